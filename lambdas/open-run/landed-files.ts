import { isDay } from '../../contracts/days.js';
import { LANDING } from '../../contracts/landing/index.js';
import type { Ignored, LandedFile } from '../../contracts/run/inputs.js';
import type { ObjectStore } from '../shared/object-store.js';
import { holdsRows } from './holds-rows.js';

const HIDDEN = 'a name that begins with . or _ is that of a desktop or a job, not of data';
const JUNK = 'such files are left by desktops, editors and jobs, and hold no rows';
const MISPLACED = 'does not lie at <dataset>/dt=YYYY-MM-DD/<file>; move it there';
const NO_DAY = 'its folder names no day of the calendar since 1970; name it dt=YYYY-MM-DD';
function noDataset(folder: string): string {
  const meant = Object.keys(LANDING).find((dataset) => [dataset, dataset.slice(0, -1)].includes(folder.trim().toLowerCase()));
  return `belongs to no dataset that we know; ${meant ? `name the folder ${meant}` : `there are ${Object.keys(LANDING).join(', ')}`}`;
}

/** Of Windows, of Spark, Hadoop and their checksums, and of editors and office programs that have a file open. */
const isJunk = (name: string): boolean => /^(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r?|~.*|.*~|.*\.crc)$/i.test(name);

interface Place {
  dataset: string;
  dt: string;
}

/** The dataset and day in whose folder a file lies, however deep, or why it lies in none. */
function folderOf([dataset = '', folder = '', ...rest]: readonly string[]): Place | { because: string } {
  if (!Object.hasOwn(LANDING, dataset)) return { because: rest.length === 1 ? noDataset(dataset) : MISPLACED };
  const dt = /^dt=(\d{4}-\d{2}-\d{2})$/.exec(folder)?.[1];
  if (dt && isDay(dt) && dt >= '1970') return rest.join('') === '' ? { because: MISPLACED } : { dataset, dt };
  return { because: rest.length === 1 && rest[0] !== '' ? NO_DAY : MISPLACED };
}

const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('_');

/** What a landed key says of its file, or why it is nobody's; `unless` it holds rows of a day. */
function placeOf(key: string): (Place & { unless?: undefined }) | { because: string; unless?: Place } {
  const parts = key.split('/');
  const name = parts.at(-1)!;
  if (parts.slice(0, -1).some(isHidden)) return { because: HIDDEN };
  // why ._: macOS keeps there, beside each file on disks of others, what the Finder knows of it.
  if (isJunk(name) || name.startsWith('._')) return { because: isHidden(name) ? HIDDEN : JUNK };
  const place = folderOf(parts);
  if (isHidden(name)) return { because: HIDDEN, ...('dt' in place ? { unless: place } : {}) };
  if ('because' in place || parts.length === 3) return place;
  return { because: MISPLACED, unless: place };
}

/**
 * Landed files visible on the run date, and what else lies in landing: never read, always said. Files among a day's that are named or lie
 * otherwise are landed where they hold rows: accepting refuses them, and somebody decides.
 */
export async function landedFiles(landing: ObjectStore, runDate: string): Promise<{ files: LandedFile[]; ignored: Ignored[] }> {
  const files: LandedFile[] = [];
  const ignored: Ignored[] = [];
  const found = await landing.list('', (key, because) => ignored.push({ key, because }));
  for (const { key, size, version } of found) {
    const said = placeOf(key);
    const { unless } = said;
    const place =
      unless && unless.dt <= runDate && (await holdsRows(landing, { key, size, version }, unless.dataset)) ? unless : said;
    if ('because' in place) ignored.push({ key, because: place.because });
    else if (place.dt <= runDate) files.push({ dataset: place.dataset, dt: place.dt, key, size, version });
  }
  return { files, ignored: ignored.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}
