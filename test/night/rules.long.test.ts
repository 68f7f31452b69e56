import { caseNights } from '../cases/index.js';
import { askCases } from './ask-cases.js';

askCases(caseNights().filter(({ settings }) => Object.keys(settings).length > 0));
