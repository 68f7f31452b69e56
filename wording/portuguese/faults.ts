/** What is at fault, counted: `1 problema`, `4 problemas em 75`. Counts come written. */
export const problemas = (fault: string): string => `${fault} ${isOne(fault) ? 'problema' : 'problemas'}`;
export const problemasEm = (fault: string, counted: string): string => `${problemas(fault)} em ${counted}`;

/** Whether a number that comes written takes the singular, which none does, too. */
export const isOne = (written: string): boolean => written === '0' || written === '1';
