import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { ofItself, ofRebuilt } from '../../cli/evidence/compare.js';
import { Erasures } from '../../cli/evidence/objects.js';
import { MANIFEST, packOf } from '../../cli/evidence/pack.js';
import { lookAtSources } from '../../cli/evidence/sources.js';
import { spansOf } from '../../cli/evidence/spans.js';
import type { Evidence, EvidenceInput, PackManifest } from '../../contracts/evidence.js';
import type { Erasure } from '../../contracts/run/erasure.js';
import { erasureKey } from '../../contracts/run/keys.js';
import { PRODUCT_VERSION } from '../../contracts/version.js';
import { toJson } from '../../lambdas/shared/object-store.js';
import { CASE_POLICIES } from '../cases/policies.js';
import { freshStore } from '../helpers/fresh-store.js';
import { scorecards } from '../helpers/scorecards.js';

const [A, B, C] = ['2026-11-09-001', '2026-11-10-001', '2026-11-16-001'] as const;
const HOSTILE = '=HYPERLINK("http://x.example")<script>alert(1)</script>';
const span = { first_run: A, last_run: A };
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

const input = (more: Partial<EvidenceInput> = {}): EvidenceInput => ({
  ...{ ...span, dataset: 'orders', dt: '2026-11-09', key: 'orders/dt=2026-11-09/a.jsonl', file_id: 'f1' },
  ...{ landed_sha256: sha('landed'), landed_bytes: 6, landed: 2, accepted: 2, rejected: 0, refused: null },
  ...{ accepted_key: 'accepted/orders/dt=2026-11-09/f1.parquet', accepted_sha256: sha('accepted') },
  ...more,
});

const EVIDENCE: Evidence = {
  ...{ seller_id: 's-1', name: HOSTILE, home_region: 'GB', from: '2026-11-09', to: '2026-11-09' },
  runs: [
    {
      ...{ run_id: A, run_date: '2026-11-09', has_scorecard: true, made_by: '0.1.0', rules: 'r1', sql_sha256: sha('sql') },
      ...{ policy_fingerprint: 'p1', policy_versions: { trusted: '1' }, policies: 'policies/p1.json' },
      ...{ previous_run_id: null, base_run_date: null, not_measured: [], inputs: 1 },
      ...{ rows_landed: 2, rows_accepted: 2, rows_rejected: 0 },
    },
  ],
  ...{ days_without_run: [], explanations: [], decisions: [], points: [], tier_changes: [], restatements: [] },
  orders: [
    {
      ...{ ...span, programme: 'case-standards', metric: 'late_dispatch', subject_id: HOSTILE, order_id: HOSTILE, region: 'GB' },
      ...{ cohort_day: '2026-11-05', outcome: 'fault', reason: 'late', exemption_id: null, counts_as_met: false },
      ...{ counts_for: 1, folded_into: null, peak: null, fault_reason: null, moments: { ship_by: '2026-11-05T22:00:00.000Z' } },
    },
  ],
  mails: [
    {
      ...{ run_id: A, day: '2026-11-09', campaign: 'scorecard', not_mailed: null, outcome: 'sent' },
      ...{ dated: '2026-11-09T23:59:59Z', locale: 'en-GB', subject: HOSTILE, said: HOSTILE },
    },
  ],
  records: [
    {
      ...{ dataset: 'decisions', id: 'd', updated_at: '2026-11-09T12:00:00.000Z', dt: '2026-11-09', file_id: 'f2' },
      record: { decision_id: 'd', reason: HOSTILE },
    },
  ],
  inputs: [input()],
  files: [],
};
const made = () => packOf({ evidence: EVIDENCE, policies: new Map([['policies/p1.json', CASE_POLICIES]]) }, '0.1.0');
const bodies = () => new Map([...made()].map(([name, text]) => [name, Buffer.from(text)]));
const manifest = (): PackManifest => JSON.parse(made().get(MANIFEST)!);

describe('what nights in a row say alike', () => {
  it('is said once, with the first and the last of them, and anew after a night that said otherwise', () => {
    const [one, two] = [{ order: 1 }, { order: 2 }];
    expect(spansOf([[A, [one]] as const, [B, [one, two]], [C, [two]]])).toEqual([
      { first_run: A, last_run: B, ...one },
      { first_run: B, last_run: C, ...two },
    ]);
    expect(spansOf([[A, [one]] as const, [B, []], [C, [one]]])).toHaveLength(2);
    expect(spansOf([[A, [one, one]] as const])).toHaveLength(1);
  });
});

describe('a pack', () => {
  it('names each of its files with its hash, and the version that made it', () => {
    const { files, ...said } = manifest();
    expect(said).toEqual({ pack: 1, seller_id: 's-1', from: '2026-11-09', to: '2026-11-09', runs: [A], made_by: '0.1.0' });
    for (const [name, text] of made()) if (name !== MANIFEST) expect(files[name]!.sha256, name).toBe(sha(text));
    expect(Object.keys(files)).toHaveLength(made().size - 1);
  });

  it('has the same bytes on another day', () => {
    const before = made();
    vi.useFakeTimers({ now: new Date('2031-01-01T00:00:00Z') });
    try {
      expect(made()).toEqual(before);
    } finally {
      vi.useRealTimers();
    }
  });

  it('shows what others wrote as text: no tag of it is on the page, and no cell is a formula', () => {
    const files = made();
    const page = files.get('evidence.html')!;
    expect(page).not.toContain('<script');
    expect(page.match(/&lt;script&gt;alert/g)!.length).toBeGreaterThanOrEqual(5);
    for (const [name, text] of files) if (name.endsWith('.csv')) expect(text, name).not.toMatch(/(^|,)"=/m);
    expect(files.get('tables/orders.csv')).toContain(`"'=HYPERLINK(""http`);
  });

  it('knows a file of it that was altered, one that is missing, and one that is not of it', () => {
    expect(ofItself(manifest(), bodies())).toEqual([]);
    const files = bodies();
    files.set('tables/orders.csv', Buffer.from('other'));
    files.delete('tables/mails.csv');
    files.set('notes.txt', Buffer.from('mine'));
    const found = ofItself(manifest(), files);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual(expect.stringMatching(/^tables\/orders\.csv: was altered/));
    expect(found).toContainEqual(expect.stringMatching(/^tables\/mails\.csv: is missing/));
    expect(found).toContainEqual(expect.stringMatching(/^notes\.txt: is not of the pack/));
  });

  it('says of what comes out of the store otherwise the line, as it is and as it comes out', () => {
    const rebuilt = made();
    expect(ofRebuilt(bodies(), rebuilt)).toEqual([]);
    rebuilt.set('evidence.json', made().get('evidence.json')!.replace('"fault"', '"met"'));
    rebuilt.delete('tables/runs.csv');
    const [line, gone] = ofRebuilt(bodies(), rebuilt);
    expect(line).toMatch(
      /^evidence\.json: line \d+ is ""outcome": "fault",", and comes out of the store as ""outcome": "met","$/,
    );
    expect(gone).toBe('tables/runs.csv: does not come out of the store any more');
  });
});

describe('what a pack was made from', () => {
  const pack = {
    runs: EVIDENCE.runs,
    inputs: EVIDENCE.inputs,
    files: [{ ...span, key: 'runs/2026-11-09/001/manifest.json', sha256: sha('{}') }],
  };
  async function places() {
    const [store, landing] = [await freshStore(), await freshStore()];
    await store.write('runs/2026-11-09/001/manifest.json', '{}');
    await store.write(input().accepted_key!, 'accepted');
    await landing.write(input().key, 'landed');
    return { store, landing };
  }
  const look = async (at: Awaited<ReturnType<typeof places>>) =>
    lookAtSources(pack, { ...at, erasures: await Erasures.of(at.store) });
  const erased = (more: Partial<Erasure>): Erasure => ({
    ...{ kind: 'buyer', subject: { salt: '', sha256: '' }, because: 'asked', at: '2026-11-20T00:00:00.000Z', looked_at: [] },
    ...{ rewritten: [], afterwards: [], unread: [], landed: [] },
    ...more,
  });

  it('is as it was', async () => {
    expect(await look(await places())).toEqual({ differences: [], checked: 2, landed: 1, gone: [], unread: [], erased: [] });
  });

  it.each([
    [
      'a record of the run',
      'runs/2026-11-09/001/manifest.json',
      /^runs\/2026-11-09\/001\/manifest\.json: was altered \(of 2026-11-09-001\)/,
    ],
    [
      'accepted rows',
      input().accepted_key!,
      /^accepted\/orders\/dt=2026-11-09\/f1\.parquet: was altered \(of landing\/orders\/dt=2026-11-09\/a\.jsonl/,
    ],
  ])('is refused where %s were altered, or are gone', async (_, key, says) => {
    const at = await places();
    await at.store.write(key, 'other');
    expect((await look(at)).differences).toEqual([expect.stringMatching(says)]);
    await at.store.delete(key);
    expect((await look(at)).differences).toEqual([expect.stringMatching(/is gone from the store/)]);
  });

  it('is refused where a landed file was altered; one that has expired is told', async () => {
    const at = await places();
    await at.landing.write(input().key, 'other');
    expect((await look(at)).differences).toEqual([
      expect.stringMatching(/^landing\/orders\/dt=2026-11-09\/a\.jsonl: is not what landed/),
    ]);
    await at.landing.delete(input().key);
    expect(await look(at)).toMatchObject({ differences: [], gone: [input().key], landed: 0 });
  });

  it('may be a file too large to be read, of which nobody knows the sum', async () => {
    const unread = { ...pack, inputs: [input({ landed_sha256: null, accepted: 0, accepted_key: null, accepted_sha256: null })] };
    const at = await places();
    expect(await lookAtSources(unread, { ...at, erasures: await Erasures.of(at.store) })).toEqual({
      ...{ differences: [], checked: 1, landed: 0, gone: [], unread: [input().key], erased: [] },
    });
  });

  it('may have been erased, twice too, where proofs say so; a later change is one all the same', async () => {
    const at = await places();
    const key = input().accepted_key!;
    const proofs = ['2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'];
    const steps = [
      ['accepted', 'once'],
      ['once', 'twice'],
    ] as const;
    for (const [n, [before, after]] of steps.entries())
      await at.store.write(
        erasureKey(proofs[n]!, 'buyer'),
        toJson(erased({ at: proofs[n]!, rewritten: [{ key, rows: 1, before: sha(before), after: sha(after) }] })),
      );
    await at.store.write(key, 'twice');
    expect(await look(at)).toMatchObject({ differences: [], erased: [{ key, proof: erasureKey(proofs[1]!, 'buyer') }] });
    await at.store.write(key, 'thrice');
    expect((await look(at)).differences).toHaveLength(1);
  });

  it('may have been written anew as it landed, where an erasure asked for it', async () => {
    const at = await places();
    await at.landing.write(input().key, 'without');
    await at.store.write(erasureKey('2026-11-20', 'buyer'), toJson(erased({ landed: [{ key: input().key, rows: 1 }] })));
    expect(await look(at)).toMatchObject({ differences: [], landed: 0, erased: [{ key: `landing/${input().key}` }] });
  });
});

describe('the command', () => {
  it.each([
    ['no seller', ['evidence'], 'say of whom and of which nights'],
    ['no days', ['evidence', 's-1'], 'say of whom and of which nights'],
    ['a day that is none', ['evidence', 's-1', '--from', '2026-11-31', '--to', '2026-12-01'], '--from 2026-11-31: is not a day'],
    ['days that are swapped', ['evidence', 's-1', '--from', '2026-11-02', '--to', '2026-11-01'], 'swap them'],
    [
      'a store without such runs',
      ['evidence', 's-1', '--from', '2026-11-01', '--to', '2026-11-02'],
      'no run of these days passed',
    ],
    ['a seller beside a pack', ['evidence', 's-1', '--verify', 'x'], 'the pack says whose it is; leave out SELLER'],
    ['a folder without a pack', ['evidence', '--verify', 'cli/evidence'], 'has no manifest.json'],
    ['nothing to run again', ['evidence', 's-1', '--from-landing'], 'goes with --verify FOLDER'],
  ])('asked with %s says what to write', async (_, args, says) => {
    const { code, err } = await scorecards(...args, '--store', (await freshStore()).root);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) });
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

it('the version that packs and runs name is that of the package', async () => {
  expect(JSON.parse(await readFile('package.json', 'utf8')).version).toBe(PRODUCT_VERSION);
});
