import { PolicyRefused } from './load.js';
import type { JudgedMetric, Programme, Region } from './policy.js';
import { PolicyFile } from './policy-file.js';
import { readProgrammes } from './programme.js';
import type { CarrierClasses } from './segments.js';

/** A day before any policy: whatever a file says of days, its programme waits. */
const BEFORE_ALL = '0000-01-01';

/**
 * The programme of one file, whenever it is in force, beside the regions, metrics and classes of carriers that a marketplace has already.
 *
 * @param name as messages call the file
 * @throws PolicyRefused naming file, line, key and what to do, for every problem found.
 */
export function readOneProgramme(
  name: string,
  text: string,
  known: { regions: readonly Region[]; metrics: readonly JudgedMetric[]; carrier_classes?: CarrierClasses },
): Programme {
  const { waiting, problems } = readProgrammes([new PolicyFile(name, text)], BEFORE_ALL, {
    ...known,
    classes: known.carrier_classes ?? {},
  });
  const [programme] = waiting;
  if (problems.length > 0 || !programme) throw new PolicyRefused(problems);
  return programme;
}
