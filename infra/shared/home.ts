import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const HOME = fileURLToPath(new URL('../../', import.meta.url));
