import { caseNights } from '../cases/index.js';
import { askCases, isQuick } from './ask-cases.js';

// Nights of few cases or under settings of their own are asked in rules.long.test.ts, drawn settings in test/independent.
askCases(caseNights().filter(isQuick));
