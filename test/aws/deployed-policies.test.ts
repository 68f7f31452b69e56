import { describe, expect, it } from 'vitest';
import { deployedPolicies, deployPolicies } from '../../infra/aws/deployed-policies.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { freshStore } from '../helpers/fresh-store.js';

const AT = 'policies/';
const REGIONS = { 'regions.yaml': 'regions: {}\n' };
const OLD = { ...REGIONS, 'express.yaml': 'programme: express\n' };

/** A store whose writes end after so many, as a deployment does that is cut off. */
function cutOffAfter(store: ObjectStore, writes: number): ObjectStore {
  let done = 0;
  const write: ObjectStore['write'] = async (key, body) => {
    if (++done > writes) throw new Error('cut off');
    await store.write(key, body);
  };
  return Object.assign(Object.create(store) as ObjectStore, { write });
}

describe('the policies of a deployed stage', () => {
  it('no longer hold a programme whose file was removed, nor the old name of one that was renamed', async () => {
    const store = await freshStore();
    await deployPolicies(store, AT, OLD);
    expect(await deployedPolicies(store, AT)).toEqual(OLD);
    await deployPolicies(store, AT, REGIONS);
    expect(await deployedPolicies(store, AT)).toEqual(REGIONS);
    const renamed = { ...REGIONS, 'fast.yaml': OLD['express.yaml'] };
    await deployPolicies(store, AT, renamed);
    expect(await deployedPolicies(store, AT)).toEqual(renamed);
  });

  it('stay those of before when a deployment is cut off half way', async () => {
    const store = await freshStore();
    await deployPolicies(store, AT, REGIONS);
    const changed = { 'landing.yaml': 'a: 1\n', 'regions.yaml': 'changed: {}\n' };
    for (const writes of [0, 1, 2]) {
      await expect(deployPolicies(cutOffAfter(store, writes), AT, changed)).rejects.toThrow('cut off');
      expect(await deployedPolicies(store, AT)).toEqual(REGIONS);
    }
  });

  it('are not touched by what an older deployment left beside them', async () => {
    const store = await freshStore();
    await store.write('policies/express.yaml', OLD['express.yaml']);
    const { superseded } = await deployPolicies(store, AT, REGIONS);
    expect(await deployedPolicies(store, AT)).toEqual(REGIONS);
    expect(superseded).toEqual(['policies/express.yaml']);
  });

  it('are forgotten only after the next but one took their place, also when one is deployed twice', async () => {
    const store = await freshStore();
    const folders: string[] = [];
    const deploy = async (text: string) => {
      const { folder, superseded } = await deployPolicies(store, AT, { 'regions.yaml': text });
      folders.push(folder);
      return superseded;
    };
    expect([await deploy('one'), await deploy('two'), await deploy('two')]).toEqual([[], [], []]);
    expect(await deploy('three')).toEqual([`${folders[0]}regions.yaml`]);
    expect(await deploy('one')).toEqual([`${folders[1]}regions.yaml`]);
  });

  it('are refused, naming the object, when they are missing, incomplete or changed by hand', async () => {
    const store = await freshStore();
    await expect(deployedPolicies(store, AT)).rejects.toThrow(/^policies\/current\.json: is not there.*npm run deploy/);
    const { folder } = await deployPolicies(store, AT, OLD);
    await store.write(`${folder}express.yaml`, 'changed');
    await expect(deployedPolicies(store, AT)).rejects.toThrow(`${folder}: a file was changed`);
    await store.delete(`${folder}express.yaml`);
    await expect(deployedPolicies(store, AT)).rejects.toThrow(`${folder}express.yaml: is not there`);
  });
});
