/** The function at CloudFront's edge, as it is deployed: its code is run without anything that CloudFront's functions do not have. */
import { expect, test } from 'vitest';
import * as keys from '../../contracts/run/keys.js';
import { FILED_FOR_TEAMS, mayRead, READ_BY_LEADERSHIP } from '../../contracts/run/who-reads.js';
import { edgeCode, MOST_EDGE_BYTES } from '../../infra/aws/dashboard/edge.js';
import { atEdge } from './at-edge.js';

const RUN = 'runs/2026-11-16/001';
const ID = keys.runIdOf(RUN);
const PART = 'part-0.parquet';
const code = edgeCode();
const at = atEdge(code);

const KEYS = [
  ...[keys.POINTER, keys.manifestKey(RUN), keys.policiesKey(RUN), keys.planKey(RUN), 'accepted/orders/x', ''],
  ...['ALL', 'GB', 'DE'].map((place) => keys.readersIndexKey(ID, place)),
  ...READ_BY_LEADERSHIP.map((dataset) => `${keys.datasetFolder(RUN, dataset)}${PART}`),
  ...['GB', 'DE'].flatMap((place) =>
    [...FILED_FOR_TEAMS, 'decision_figures', 'mail_orders'].map((name) => `${keys.readersDatasetFolder(ID, place, name)}${PART}`),
  ),
];
const WRITTEN: ((path: string) => string)[] = [
  (path) => path,
  (path) => path.replace('/published', '/%70ublished'),
  (path) => path.replace('GB/index', 'DE/../GB/index'),
  (path) => path.replace('/of/', '//of/'),
  (path) => encodeURIComponent(path),
  (path) => `${path}%00`,
];

test('answers as the rule does, at every place and for every key, however it is written', () => {
  let passed = 0;
  for (const place of ['ALL', 'GB', 'DE', 'gb', '..', '%47B'])
    for (const path of KEYS.flatMap((key) => WRITTEN.map((write) => write(`/of/${place}/${key}`)))) {
      const [found, rule] = [at(path), mayRead([path.split('/')[2] ?? ''], path)];
      if (rule.allowed) expect([found.uri, found.querystring], path).toEqual([`/${rule.key}`, {}]);
      else expect([found.uri, found.statusCode, found.body], path).toEqual([undefined, rule.status, `${rule.because}\n`]);
      passed += rule.allowed ? 1 : 0;
    }
  expect(passed).toBeGreaterThan(100);
});

test('sends a team to its own region’s file, and from another place nowhere', () => {
  expect(at(`/of/GB/published/${ID}/GB/scorecards/${PART}`).uri).toBe(`/published/${ID}/GB/scorecards/${PART}`);
  expect(at(`/of/GB/published/${ID}/DE/scorecards/${PART}`)).toMatchObject({ statusCode: 403 });
  expect(at(`/of/GB/${RUN}/scorecards/${PART}`)).toMatchObject({ statusCode: 403 });
  expect(at(`/published/${ID}/GB/scorecards/${PART}`)).toMatchObject({ statusCode: 404 });
});

test('is as small as CloudFront asks, and asks for nothing from outside', () => {
  // why 0.6: most of it are the names of the datasets, and there is room for thirty more.
  expect(Buffer.byteLength(code)).toBeLessThan(0.6 * MOST_EDGE_BYTES);
  expect(code).not.toMatch(/\bimport\b|\brequire\b|\bexport\b|\.\.\.|=>|\bclass\b|\?\./);
});
