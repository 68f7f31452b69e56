import * as z from 'zod';
import { count, flag, oneOf, quantity, rate, text } from '../columns.js';
import { published } from '../contract.js';

export const decisionFigures = published({
  dataset: 'decision_figures',
  grain: 'One row per programme and rule, and per programme and reviewer, over the decision records kept.',
  key: ['programme', 'kind', 'name'],
  row: z.object({
    programme: text('The programme.'),
    kind: oneOf(['rule', 'reviewer'], 'What the figures are of.'),
    name: text('The metric whose notices were confirmed, or improved for rises; or the person who approved or departed.'),
    changes: count('Changes that evaluations made or proposed; of a reviewer those decided about.'),
    waiting: count('Those that wait for a person.'),
    approved: count('Those a person approved.'),
    departed: count('Those a person departed from.'),
    appeals: count('Those with an appeal.'),
    appeals_decided: count('Those whose appeal is decided.'),
    overturned: count('Those whose appeal was granted.'),
    overturned_share: rate('overturned / appeals_decided; null where none is decided.').nullable(),
    hours_to_decide: quantity(
      'Median hours from the end of the evaluation’s run date (UTC) to the decision, the lower of two; null where nobody decided.',
    ).nullable(),
    propose_pause: flag('Of a rule: overturned more often than the programme allows. A person decides whether to pause it.'),
  }),
});
