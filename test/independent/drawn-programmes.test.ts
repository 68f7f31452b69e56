import { askDrawnProgrammes } from './ask-drawn-programmes.js';

// Between them everything that is asked for is seen. That no order of rows matters is asked in drawn-programmes.long.test.ts.
askDrawnProgrammes([2, 7], 20);
