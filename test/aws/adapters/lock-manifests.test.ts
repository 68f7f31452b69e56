import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { lockManifests } from '../../../infra/aws/adapters/lock-manifests.js';
import { S3Store } from '../../../infra/aws/adapters/object-store.js';

const MIDNIGHT = Date.parse('2026-11-21T00:00:00Z');

/** A store whose requests are kept instead of sent. */
function recording(environment: NodeJS.ProcessEnv) {
  const headers: Record<string, Record<string, string>> = {};
  const s3 = new S3Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    requestHandler: {
      async handle(request: { path: string; headers: Record<string, string> }) {
        headers[request.path.replace(/^\//, '')] = request.headers;
        return { response: { statusCode: 200, headers: {} } };
      },
    } as never,
  });
  lockManifests(s3, environment, () => MIDNIGHT);
  return { store: new S3Store(s3, 'store'), headers };
}

describe('manifests that are locked', () => {
  const LOCKED = { LOCK_MODE: 'GOVERNANCE', LOCK_DAYS: '400' };

  it('are written with the day until which S3 holds them', async () => {
    const { store, headers } = recording(LOCKED);
    await store.create('runs/2026-11-20/001/manifest.json', '{}');
    expect(headers['runs/2026-11-20/001/manifest.json']).toMatchObject({
      'x-amz-object-lock-mode': 'GOVERNANCE',
      'x-amz-object-lock-retain-until-date': '2027-12-26T00:00:00Z',
      'if-none-match': '*',
    });
  });

  it('are the only thing that is held: the pointer must move', async () => {
    const { store, headers } = recording(LOCKED);
    await store.replace('published/current.json', '{}', '"etag"');
    await store.write('runs/2026-11-20/001/scorecards/manifest.json', '{}');
    for (const sent of Object.values(headers)) expect(Object.keys(sent).join()).not.toContain('object-lock');
    expect(Object.keys(headers)).toHaveLength(2);
  });

  it('are not held where the settings do not ask for it', async () => {
    const { store, headers } = recording({});
    await store.create('runs/2026-11-20/001/manifest.json', '{}');
    expect(Object.keys(headers['runs/2026-11-20/001/manifest.json']!).join()).not.toContain('object-lock');
  });
});
