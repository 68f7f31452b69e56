import { QUICK_SEEDS } from '../mutation/oracle.js';
import { askDrawnNights } from './ask-drawn-nights.js';

// The other seeds by which every choice of every setting is drawn are asked in random-night.long.test.ts.
askDrawnNights(QUICK_SEEDS);
