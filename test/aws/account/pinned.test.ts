import { describe, expect, it } from 'vitest';
import { rightAccount } from '../../../infra/aws/account/pinned.js';
import { settingsOf } from '../../../infra/aws/settings.js';

const MINE = '111122223333';
const stage = (account?: string) => ({ ...settingsOf('dev'), ...(account ? { account } : {}) });

describe('a stage that has its account', () => {
  it('is deployed there without a word', async () => {
    expect(await rightAccount(stage(MINE), async () => MINE)).toEqual([]);
  });

  it('is deployed to no other: one line says which it is for and which was asked', async () => {
    await expect(rightAccount(stage(MINE), async () => '444455556666')).rejects.toThrow(
      /^stage dev is for account 111122223333 \(infra\/aws\/settings\.ts\), and these credentials are of 444455556666; choose another --profile$/,
    );
  });

  it('is not deployed by credentials that AWS does not know', async () => {
    await expect(rightAccount(stage(MINE), () => Promise.reject(new Error('token is expired\nmore')))).rejects.toThrow(
      /^stage dev is for account 111122223333 .*: token is expired$/,
    );
  });
});

describe('a stage without an account of its own', () => {
  it('goes where the credentials are, which is said with what would hold it there', async () => {
    expect(await rightAccount(stage(), async () => MINE)).toEqual([
      "stage dev: goes to account 111122223333; to hold it there, say account: '111122223333' in infra/aws/settings.ts",
    ]);
    expect(await rightAccount(stage(), () => Promise.reject(new Error('no credentials')))).toEqual([]);
  });
});
