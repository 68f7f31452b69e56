import { NOT_SAID } from '../../../contracts/channels.js';
import { PAGE } from '../speech.js';

/** A channel or a code as it landed, or that none did. */
export const codeOf = (code: string): string => (code === NOT_SAID ? PAGE.onboarding.notSaid : code);
