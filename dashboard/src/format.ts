/** How the pages write numbers, days and moments: as wording/ does, in English. */
import { formatFor } from '../../wording/format.js';

export { NONE } from '../../wording/format.js';
export const {
  amount,
  bound,
  count,
  day,
  growth,
  many,
  moment,
  points,
  rate,
  share,
  shortDay,
  signedPoints,
  smallShare,
  wholeAmount,
} = formatFor('en-GB');
