import { askStandingProperties } from './ask-standing-properties.js';

/** why 15: a minute or two. */
askStandingProperties(15);
