/** What is said of a carrier's bad days to whoever runs the marketplace, and of a rate that turns bad to its seller. */
import { describe, expect, it } from 'vitest';
import { type EarlyWarningRow, earlyWarningInWords } from '../../wording/early-warning.js';
import { type IncidentFacts, incidentInWords } from '../../wording/incident.js';
import { wordingFor } from '../../wording/wording.js';

const STRIKE: IncidentFacts = {
  ...{ region: 'FR', carrier: 'Colis Vif', first_day: '2026-10-25', last_day: '2026-10-29' },
  ...{ parcels: 2188, late: 966, usual_share: 0.0127, sellers: 226 },
};

describe('a carrier incident', () => {
  it('says what, whose and when, how many parcels were late, what is usual, and of how many sellers', () => {
    expect(incidentInWords(STRIKE, 'Late dispatch')).toBe(
      'Late dispatch, Colis Vif to FR, 25 Oct 2026 to 29 Oct 2026: 966 of 2,188 parcels late (44.1%), usually 1.3%; 226 sellers',
    );
  });

  it('of one day names it once', () => {
    expect(incidentInWords({ ...STRIKE, last_day: STRIKE.first_day }, 'Late delivery')).toContain(
      'Late delivery, Colis Vif to FR, 25 Oct 2026: 966',
    );
  });

  it('reads days as Parquet gives them and numbers as text', () => {
    const read = { ...STRIKE, first_day: new Date('2026-10-25'), last_day: new Date('2026-10-29'), parcels: 2188n, late: '966' };
    expect(incidentInWords(read, 'Late dispatch')).toBe(incidentInWords(STRIKE, 'Late dispatch'));
  });
});

describe('an early warning', () => {
  const row: EarlyWarningRow = {
    ...{ seller_id: 's', programme: 'p', metric: 'late_dispatch', at_most: 0.04, score: 5.2, warns_at: 5 },
    ...{ warned_since: '2026-11-12', rises_since: '2026-11-02', counted: 1210, fault: 96 },
  };

  it('says since when how many of how many are at fault, what is allowed, and that it changes nothing', () => {
    expect(earlyWarningInWords(row, wordingFor('en'))).toBe(
      'Early warning: since 2 Nov 2026, 96 of 1,210 are at fault, which looks like more than the 4% allowed. It changes nothing, and goes when the next days are as before.',
    );
  });
});
