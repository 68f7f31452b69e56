import { PAGE } from '../speech.js';

/** A channel or a code as it landed, or that none did. */
export const codeOf = (code: string): string => (code === 'not_said' ? PAGE.onboarding.notSaid : code);
