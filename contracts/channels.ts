/** How applicants came, where a row is not of one channel that landed. */

/** All channels together. */
export const EVERY_CHANNEL = 'ALL';

/** Of a channel, or a code, that nobody said. */
export const NOT_SAID = 'not_said';
