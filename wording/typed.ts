/** A word of a command line as a person types it: quoted where a shell would part it. */
export const typed = (word: string): string => (/^[\w./=:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
