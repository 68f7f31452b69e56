/** How the pages write numbers, days and moments: as wording/ does, for the reader's browser. */
import { FORMAT } from './speech.js';

export { NONE } from '../../wording/format.js';
export const {
  amount,
  bound,
  count,
  day,
  decimal,
  growth,
  many,
  moment,
  month,
  points,
  rate,
  share,
  shortDay,
  signedPoints,
  smallShare,
  wholeAmount,
} = FORMAT;
