/** What is at fault, counted: `1 incidencia`, `4 incidencias en 75`. Counts come written. */
export const incidencias = (fault: string): string => `${fault} ${fault === '1' ? 'incidencia' : 'incidencias'}`;
export const incidenciasEn = (fault: string, counted: string): string => `${incidencias(fault)} en ${counted}`;
