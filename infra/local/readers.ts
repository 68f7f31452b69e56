/** What the laptop's server lets be read, and by whom: by the rule of contracts/run/may-read.ts. */
import { policiesKey, runPrefix } from '../../contracts/run/keys.js';
import { OF, placesOfGroups, placeUrl } from '../../contracts/run/may-read.js';
import type { Me } from '../../contracts/run/me.js';
import { ALL_REGIONS, REGION_CODE } from '../../contracts/run/teams.js';
import { mayRead } from '../../contracts/run/who-reads.js';
import { nearestRegion } from '../../policies/nearest.js';
import { UsageError } from '../shared/usage-error.js';

/** Where leadership finds the store, beside its place by the rule. */
export const STORE_AT = '/store/';
export const isOfStore = (path: string): boolean => path.startsWith(STORE_AT) || path.startsWith(OF);

export const LEADERSHIP: readonly string[] = [ALL_REGIONS];

/** What a page learns of who reads it. */
export const meOf = (places: readonly string[]): Me => ({
  places: [...places],
  store: places.includes(ALL_REGIONS) ? STORE_AT.slice(1) : placeUrl('{place}').slice(1),
});

const POLICIES = new RegExp(`^${policiesKey(runPrefix('[^/]+', '[^/]+')).replaceAll('.', '\\.')}$`);

type Found =
  | { key: string /** Runs of an earlier version: their policies are sent without who is mailed. */; policies: boolean }
  | { status: 401 | 403 | 404; because: string };

/** The key of the store that a path asks for, or why these readers may not read it. */
export function keyFor(places: readonly string[], path: string): Found {
  const asked = path.startsWith(STORE_AT) ? placeUrl(ALL_REGIONS) + path.slice(STORE_AT.length) : path;
  const key = asked.slice(placeUrl(ALL_REGIONS).length);
  if (places.includes(ALL_REGIONS) && asked.startsWith(placeUrl(ALL_REGIONS)) && POLICIES.test(key) && !key.includes('..'))
    return { key, policies: true };
  const answer = mayRead(places, asked);
  return answer.allowed ? { key: answer.key, policies: false } : answer;
}

/** @throws UsageError where a place is no region of the policies that a store was published by: it would be served as empty. */
export function mustBeRegions(places: readonly string[], regions: readonly { code: string; name: string }[]): void {
  const codes = regions.map(({ code }) => code);
  const wrong = places.find((place) => place !== ALL_REGIONS && !codes.includes(place));
  if (wrong === undefined) return;
  const meant = nearestRegion(wrong, regions);
  throw new UsageError(
    `--as ${wrong}: is no region of what is published; ${meant ? `did you mean ${meant}?` : `choose among ${codes.join(', ')}, or leadership`}`,
  );
}

/** The places of `--as`: a region, several of them, or leadership. Throws saying what to write. */
export function placesNamed(as: string): string[] {
  const names = as.split(',').map((name) => name.trim());
  const wrong = names.find((name) => name !== 'leadership' && (!REGION_CODE.test(name) || name === ALL_REGIONS));
  if (wrong !== undefined)
    throw new UsageError(`--as ${as}: "${wrong}" is no region; write a code of regions.yaml, such as GB or GB,DE, or leadership`);
  return placesOfGroups(names, { ...Object.fromEntries(names.map((name) => [name, name])), leadership: ALL_REGIONS });
}
