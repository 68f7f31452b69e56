import { askDrawnProgrammes } from './ask-drawn-programmes.js';

askDrawnProgrammes([2, 7], 20);
