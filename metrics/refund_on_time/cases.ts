import type { OutcomeCase } from '../case.js';

export const cases: OutcomeCase[] = [];
