/** What a tier may ask for besides its bounds. why a file of its own: pages import it, and no page carries what reads policies. */
export const GATES = ['orders', 'sales', 'days_selling'] as const;
export type GateName = (typeof GATES)[number];
