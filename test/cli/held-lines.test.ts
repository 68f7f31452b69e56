import { describe, expect, it } from 'vitest';
import { heldLines, waitingLines } from '../../cli/held-lines.js';
import { wordingFor } from '../../wording/wording.js';
import { policies } from '../helpers/mail-run.js';
import { standing } from '../helpers/standing-rows.js';

const programme = 'eu-seller-standards';
/** Sellers of the table of tiers, all of them unless fewer are told; of a region too, whom ALL counts already. */
const notes = (rows: Parameters<typeof heldLines>[1], urgent: Parameters<typeof heldLines>[2] = [], inTable = rows.length) => {
  const mix = ['ALL', 'GB'].map((region) => ({ programme, region, held: inTable }));
  return heldLines(policies.programmes, rows, urgent, mix, wordingFor('en'));
};

describe('what a night says at the terminal of the tiers held', () => {
  it('counts which notices stand, whom tonight moved and what is for a person', () => {
    const rows = [
      standing('S-1', { official_tier: 'at_risk', notices: 2, tier_before: 'good' }),
      standing('S-2', { notices: 0 }),
      standing('S-3', { official_tier: 'top', notices: 0 }),
      standing('S-4', { official_tier: 'not_assessable', notices: 0 }),
      standing('S-5', { notices: 0 }),
    ];
    const urgent = [true, false].map((to_a_person) => ({ programme, to_a_person }));
    expect(notes(rows, urgent)).toEqual([
      'European seller standards, held since the evaluation of 16 Nov 2026',
      '  2 notices stand, 1 seller moved tonight, 1 metric for a person to look at; next evaluation 23 Nov 2026',
    ]);
  });

  it('counts whom the table of tiers leaves out, as they had no order of late', () => {
    const rows = ['S-1', 'S-2', 'S-3'].map((seller) => standing(seller));
    expect(notes(rows, [], 2)[0]).toBe(
      'European seller standards, held since the evaluation of 16 Nov 2026; not in the table above: 1 seller without an order in 90 days, who keeps what was held',
    );
    expect(notes(rows, [], 1)[0]).toContain('2 sellers without an order in 90 days, who keep what was held');
  });

  it('takes days as Parquet gives them, and one notice as one', () => {
    const day = new Date('2026-11-16T00:00:00Z');
    const row = { ...standing('S-1', { notices: 1 }), evaluated_on: day, next_evaluation_on: day };
    expect(notes([row]).at(-1)).toBe(
      '  1 notice stands, 0 sellers moved tonight, 0 metrics for a person to look at; next evaluation 16 Nov 2026',
    );
  });

  it('says nothing of a programme without evaluations, or before the first one', () => {
    expect(notes([])).toEqual([]);
    expect(notes([standing('S-1', { evaluated_on: null })])).toEqual([]);
  });
});

describe('what a night says at the terminal of changes that wait for a person', () => {
  const waits = (...statuses: string[]) =>
    waitingLines(
      statuses.map((status) => ({ status })),
      ' --store other',
      wordingFor('en'),
    );

  it('counts them and says how to see them', () => {
    expect(waits('proposed', 'in_effect', 'withdrawn')).toEqual([
      '1 change of tier waits for a person: npm run scorecards -- decide --list --store other',
    ]);
    expect(waits('proposed', 'proposed')[0]).toMatch(/^2 changes of tier wait for a person/);
  });

  it('says nothing where none waits', () => {
    expect(waits('in_effect')).toEqual([]);
  });
});
