import { describe, expect, it } from 'vitest';
import { toDecide } from '../../wording/for-persons.js';
import { decisionsForSeller } from '../../wording/for-seller.js';
import { wordingFor } from '../../wording/wording.js';
import { proposed, TO_DECIDE } from '../helpers/decision-rows.js';
import { policies, programme } from '../helpers/mail-run.js';

const wording = wordingFor('en', policies);
const told = (row: Partial<Parameters<typeof proposed>[1]>, run_date = '2026-11-16'): string =>
  decisionsForSeller([proposed('s', row)], programme, run_date, wording).join(' ');
const at = (day: string) => new Date(`${day}T10:00:00Z`);

describe('what a seller is told of a change of tier', () => {
  it('says of one that waits what it rests on, from when it could count, and where to object', () => {
    expect(told({})).toBe(
      [
        'A change to At risk has been proposed since 2 Nov 2026, and waits for a person.',
        'It rests on a confirmed notice about late dispatch.',
        'Since the notice of 28 Sept 2026, 28 of 84 are at fault, 27 without the worst day; 4% is allowed.',
        'You hold Good standing until a person has approved it; it takes effect not before 17 Nov 2026, the day after this scorecard.',
        'If it is wrong, say so before: appeals@marketplace.example.',
        'Once it is in effect it can be contested for 184 days.',
      ].join(' '),
    );
  });

  it('says of a gate and of a rise what they rest on, and nothing of addresses that a programme does not give', () => {
    const bare = { because_metric: null, notice_on: null, contest_address: null, contest_days: null } as const;
    expect(told({ ...bare, because: 'gate' })).toContain('It rests on what your tier asks for beside its bounds. You hold');
    const rise = told({ ...bare, because: 'improved', tier_after: 'top' });
    expect(rise).toContain('It rests on every bound of that tier being met.');
    expect(rise).not.toMatch(/object|contested|say so/);
  });

  it('tells the reason of a person who approved it, or decided otherwise, for four weeks', () => {
    const said = { decided_by: 'ada', decided_at: at('2026-11-04'), reason: 'looked at all of them.' };
    const approved = 'A person approved the change to At risk on 4 Nov 2026: looked at all of them.';
    expect(told({ ...said, status: 'in_effect' })).toBe(approved);
    expect(told({ ...said, status: 'in_effect' }, '2026-12-02')).toBe(approved);
    expect(told({ ...said, status: 'in_effect' }, '2026-12-03')).toBe('');
    expect(told({ ...said, status: 'departed' })).toBe(
      'A change to At risk was proposed, and a person decided against it on 4 Nov 2026: looked at all of them.',
    );
    expect(told({ ...said, status: 'withdrawn' })).toBe('');
    expect(told({ status: 'in_effect', decided: 'automatically' })).toBe('');
  });

  it('tells what became of an appeal, and of an open one as long as it waits', () => {
    const appealed = { status: 'in_effect', appeal_id: 'a', appealed_at: at('2026-11-07'), appeal_outcome: 'open' } as const;
    expect(told(appealed, '2027-03-01')).toBe(
      'Your appeal of 7 Nov 2026 waits for another person than the one who approved the change.',
    );
    const decided = { ...appealed, appeal_decided_at: at('2026-11-12'), appeal_reason: 'the scans were late' };
    expect(told({ ...decided, appeal_outcome: 'refused' })).toBe(
      'Your appeal of 7 Nov 2026 was refused: the scans were late. At risk stays.',
    );
    expect(told({ ...decided, appeal_outcome: 'granted', status: 'overturned' })).toBe(
      'Your appeal of 7 Nov 2026 was granted: the scans were late. Good standing was given back.',
    );
    expect(told({ ...decided, appeal_outcome: 'refused' }, '2026-12-11')).toBe('');
  });

  it('keeps to the programme, and tells the newest first', () => {
    const rows = [
      proposed('s', { evaluated_on: '2026-10-05' }),
      proposed('s'),
      proposed('s', { programme: 'another', evaluated_on: '2026-11-09' }),
    ];
    const days = decisionsForSeller(rows, programme, '2026-11-16', wording).filter((line) => line.includes('proposed since'));
    expect(days.map((line) => /since (\d+ \w+)/.exec(line)![1])).toEqual(['2 Nov', '5 Oct']);
  });
});

describe('what waits for persons', () => {
  const lines = (region: string, rows = TO_DECIDE) =>
    toDecide(rows, region, policies.programmes, wording).map(({ what, how }) => `${what} | ${how}`);

  it('is told to leadership with who decides, and to a region only of its own carriers', () => {
    const incident =
      'Late dispatch, Colis Vif to FR, 26 Oct 2026 to 27 Oct 2026: 67 of 122 parcels late (54.9%), usually 4.3%; 27 sellers. | whoever looks after carriers: an incident that is accepted forgives these parcels';
    expect(lines('ALL')).toEqual([
      'European seller standards: 2 changes of tier wait for a person, the longest since 2 Nov 2026. | whoever decides on tiers, one by one',
      'European seller standards: pausing late dispatch is proposed, as 4 of 6 appeals against it were granted (66.7%). | whoever owns the programme: let the rule rest, or leave it',
      incident,
    ]);
    expect(lines('FR')).toEqual([incident]);
    expect(lines('GB')).toEqual([]);
  });

  it('leaves out what is decided', () => {
    const { records, figures, incidents } = TO_DECIDE;
    const decided = {
      records: [records[1]!, records[2]!],
      figures: figures.map((row) => ({ ...row, propose_pause: false })),
      incidents: incidents.map((row) => ({ ...row, status: 'covered' as const })),
    };
    expect(lines('ALL', decided)).toEqual([
      'European seller standards: 1 change of tier waits for a person, the longest since 9 Nov 2026. | whoever decides on tiers, one by one',
    ]);
    expect(lines('ALL', { ...decided, records: [] })).toEqual([]);
  });
});
