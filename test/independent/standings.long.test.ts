import { askDrawnEvaluations } from './ask-drawn-evaluations.js';

/** why 12: a few minutes. Ninety nights hold notices that lapse, and tiers lost and won again. */
askDrawnEvaluations(
  Array.from({ length: 12 }, (_, at) => 100 + at),
  { sellers: 14, nights: 90 },
);
