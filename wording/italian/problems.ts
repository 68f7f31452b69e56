/** What is at fault, counted: `1 problema`, `4 problemi su 75`. Counts come written. */
export const problemi = (fault: string): string => `${fault} ${fault === '1' ? 'problema' : 'problemi'}`;
export const problemiSu = (fault: string, counted: string): string => `${problemi(fault)} su ${counted}`;
