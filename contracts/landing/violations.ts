import * as z from 'zod';
import { id, idOrNone, moment, momentOrDay, oneOf, points, text, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

export const violations = landing({
  dataset: 'violations',
  grain:
    'One row per violation of the marketplace’s rules and version; the newest version by updated_at is the violation. Points of programmes are given for it.',
  key: ['violation_id'],
  row: z.object({
    violation_id: id(
      'The violation. With the entry_id of points that a missed metric gave and the status withdrawn, it takes these back.',
    ),
    seller_id: id('The seller.'),
    region: text('The market it happened in; one of the regions in regions.yaml.'),
    rule: text('The rule that was broken, by the marketplace’s own name, such as counterfeit.'),
    severity: oneOf(SEVERITIES, 'How grave it is; null where nobody says.').optional(),
    points: points(
      'Points that the source gives for it; a programme may say others. Null where the source gives none.',
    ).optional(),
    occurred_at: moment('When it happened; null where that is not known.').optional(),
    issued_at: moment('When the seller was told: its points count from that local day on.'),
    expires_at: momentOrDay(
      'Its points count up to this local day at the latest, that day included; null where the programme alone says how long.',
    ).optional(),
    source: oneOf(
      ['system', 'notice', 'authority', 'test'],
      'Who found it: a system, a notice by anybody, an authority, a test purchase.',
    ),
    evidence: text('Where the proof is kept.').optional(),
    listing_id: idOrNone('The listing it is about; null where it is about none.').optional(),
    status: oneOf(['active', 'withdrawn'], 'Whether it stands, or was taken back: then it gives no points.'),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  rejected: { at_most: 0.05, why: 'a lost withdrawal leaves points that a seller does not have' },
});
