/** What a seller's page says of points. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Run } from '../../dashboard/src/data/run.js';
import { Points } from '../../dashboard/src/seller/Points.js';
import { wordingFor } from '../../wording/wording.js';
import { policies, programme } from '../helpers/mail-run.js';

/** A promise that React need not wait for. */
const known = <T,>(value: T) => Object.assign(Promise.resolve(value), { status: 'fulfilled', value });
const why = 'made';
const milestones = [{ at: 12, title: 'Warned', means: 'A warning.', why }];
const points = { why, expire_after_days: { value: 90, why }, missed_metrics: {}, milestones };
const key = { seller_id: 's', programme: programme.programme };
const run = (standings: object[], entries: object[]) =>
  ({
    policies: { ...policies, programmes: [{ ...programme, points }] },
    wording: wordingFor('en'),
    pointsOf: () => known(standings),
    pointsEntriesOf: () => known(entries),
  }) as unknown as Run;
const shown = (of: Run): string => renderToStaticMarkup(<Points run={of} card={key} />).replaceAll(/<[^>]+>/g, '|');

it('a seller’s page says what stands of points, and each entry', () => {
  const stands = { ...key, points: 2, rating: null, rating_then: null, milestone: null, next_milestone: 12, caps_at: null };
  const falls = { falls_on: '2026-03-03', points_then: 0 };
  const entry = { ...key, entry_id: 'v-1', kind: 'violation', what: 'counterfeit', points: 2, state: 'stands' };
  const other = { ...entry, programme: 'another', entry_id: 'v-2' };
  const days = { given_on: '2025-12-03', last_day: '2026-03-02' };
  expect(
    shown(
      run(
        [{ ...stands, ...falls }],
        [
          { ...entry, ...days },
          { ...other, ...days },
        ],
      ),
    ),
  ).toBe(
    '||2 points stand; Warned begins at 12. On 3 Mar 2026 none is left, if nothing is added.|||stands| 2 points: counterfeit, counts from 3 Dec 2025 to 2 Mar 2026 (v-1)||',
  );
});

it('and says nothing of a programme without points', () => {
  expect(shown(run([], []))).toBe('');
});
