import { caseNights } from '../cases/index.js';
import { askCases } from './ask-cases.js';

// Those under settings of their own are asked in rules.long.test.ts, and drawn settings in test/independent/random-night.test.ts.
askCases(caseNights().filter(({ settings }) => Object.keys(settings).length === 0));
