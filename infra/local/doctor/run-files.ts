/** Rows of finished runs: the datasets of each, and the parts of the ledger that they stand on. */
import { ledgerPartFolder, manifestKey, STORE } from '../../../contracts/run/keys.js';
import type { Manifest } from '../../../contracts/run/manifest.js';
import { inTurns } from '../../../lambdas/shared/in-turns.js';
import { readJson } from '../../../lambdas/shared/object-store.js';
import { AT_ONCE, type Finding, type Look, type Ward } from './finding.js';
import { finishedRuns } from './the-runs.js';

/** Files that together hold so many rows. */
interface Group {
  name: string;
  files: string[];
  rows: number;
  /** Ids of the runs that stand on them. */
  runs: string[];
}

export const lookAtRunFiles: Look = async (ward) => {
  const { store, aside } = ward;
  const [known, groups] = [await aside.known(), await groupsOf(ward)];
  const version = new Map<string, string>();
  for (const place of [STORE.runs, STORE.ledger])
    for (const object of await store.list(place)) version.set(object.key, object.version);
  const found = await inTurns(groups, AT_ONCE, async (group) => {
    const bad: Finding[] = [];
    let rows = 0;
    for (const key of group.files) {
      if (!version.has(key) && known.has(key)) return [];
      const counted = await ward.rows.of(key, version.get(key) ?? 'gone');
      if (counted.problem === undefined) rows += counted.rows;
      else bad.push(findingOf(ward, group, { key, found: counted.problem }, [key]));
    }
    const [first] = group.files;
    if (bad.length > 0 || rows === group.rows || first === undefined) return bad;
    const others = `${rows} rows where its manifest says ${group.rows}`;
    return [findingOf(ward, group, { key: first, found: `holds ${others}` }, group.files)];
  });
  return found.flat();
};

async function groupsOf({ store }: Ward): Promise<Group[]> {
  const groups = new Map<string, Group>();
  const add = (run_id: string, group: Omit<Group, 'runs'>): void => {
    const known = groups.get(group.name);
    if (known) known.runs.push(run_id);
    else groups.set(group.name, { ...group, runs: [run_id] });
  };
  for (const { prefix, run_id } of await finishedRuns(store)) {
    const manifest = await readJson<Manifest>(store, manifestKey(prefix)).catch(() => undefined);
    for (const [name, { files, rows }] of Object.entries(manifest?.datasets ?? {}))
      if (files.every((key) => key.startsWith(`${prefix}/`))) add(run_id, { name: `${prefix}/${name}`, files, rows });
    for (const [name, parts] of Object.entries(manifest?.ledger ?? {}))
      for (const { run_prefix, files, rows } of parts) add(run_id, { name: ledgerPartFolder(run_prefix, name), files, rows });
  }
  return [...groups.values()];
}

function findingOf(
  { aside }: Ward,
  { runs }: Group,
  { key, found }: { key: string; found: string },
  files: readonly string[],
): Finding {
  const days = [...new Set(runs.map((run) => run.slice(0, -'-001'.length)))];
  const stands = runs.length === 1 ? `run ${runs[0]} stands` : `runs ${runs[0]} to ${runs.at(-1)} stand`;
  const away = found === 'is gone' ? 'notes that it is lost' : 'moves it away';
  return {
    ...{ key, found },
    means: `${stands} on it; no night can build on that any more`,
    way: `${away}; the next night passes over what stands on it and judges every order anew. "npm run nightly -- --date ${days.at(-1)}" makes the run of that day anew`,
    async mend() {
      for (const file of files) await aside.take(file, found);
    },
  };
}
