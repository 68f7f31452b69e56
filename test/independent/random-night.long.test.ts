import { SEEDS } from '../mutation/oracle.js';
import { askDrawnNights } from './ask-drawn-nights.js';

/** RANDOM_NIGHTS=1-40 asks for those seeds instead of the few by which every choice of every setting is drawn. */
const [first, last] = (process.env.RANDOM_NIGHTS ?? '').split('-').map(Number);
askDrawnNights(first ? Array.from({ length: (last ?? first) - first + 1 }, (_, i) => first + i) : SEEDS);
