/** Days of the week as policies write them. why a file of its own: pages import it, and no page carries what reads policies. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
