/** A heading of a mail's text part, as lines. */
export const heading = (text: string): string[] => ['', text, '-'.repeat([...text].length)];
