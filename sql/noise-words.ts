/**
 * How many standard errors a change must be from nothing to be more than noise, by the days of a period. why these: Student's t at 95 %
 * with two fewer degrees of freedom than both periods have days, as days are the fewest draws.
 */
const WIDTHS: Readonly<Record<number, string>> = { 7: '2.179E0', 28: '2.005E0', 90: '1.973E0' };

export const noiseWords = () => ({ noise_width: WIDTHS });
