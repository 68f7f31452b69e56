import { caseNights } from '../cases/index.js';
import { askCases, isQuick } from './ask-cases.js';

askCases(caseNights().filter((night) => !isQuick(night)));
