import { askStandingProperties } from './ask-standing-properties.js';

askStandingProperties(1);
