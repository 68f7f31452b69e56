import type { englishPages } from './english/pages/index.js';
import type { Said } from './words.js';

/** Every sentence and title that the dashboard alone says, in one language. */
export type PageWords = Said<typeof englishPages>;
