import { isDay } from '../../contracts/days.js';
import { LANDING } from '../../contracts/landing/index.js';
import type { Ignored, LandedFile } from '../../contracts/run/inputs.js';
import type { ObjectStore } from '../shared/object-store.js';

const HIDDEN = 'a name that begins with . or _ is that of a desktop or a job, not of data';
const JUNK = 'such files are left by desktops, editors and jobs, and hold no rows';
const MISPLACED = 'does not lie at <dataset>/dt=YYYY-MM-DD/<file>; move it there';
const NO_DAY = 'its folder names no day of the calendar since 1970; name it dt=YYYY-MM-DD';
const noDataset = (): string => `belongs to no dataset that we know; there are ${Object.keys(LANDING).join(', ')}`;

/** Of Windows, of Spark, Hadoop and their checksums, and of editors and office programs that have a file open. */
const isJunk = (name: string): boolean => /^(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r?|~.*|.*~|.*\.crc)$/i.test(name);

/** What a landed key says of its file, or why it is nobody's. */
function placeOf(key: string): { dataset: string; dt: string } | { because: string } {
  const parts = key.split('/');
  const [dataset = '', folder = '', name = ''] = parts;
  if (parts.some((part) => part.startsWith('.') || part.startsWith('_'))) return { because: HIDDEN };
  if (isJunk(parts.at(-1)!)) return { because: JUNK };
  if (!Object.hasOwn(LANDING, dataset)) return { because: parts.length === 3 ? noDataset() : MISPLACED };
  if (parts.length !== 3 || name === '') return { because: MISPLACED };
  const dt = /^dt=(\d{4}-\d{2}-\d{2})$/.exec(folder)?.[1];
  return dt && isDay(dt) && dt >= '1970' ? { dataset, dt } : { because: NO_DAY };
}

/** Landed files visible on the run date, and what else lies in landing: never read, always said. */
export async function landedFiles(landing: ObjectStore, runDate: string): Promise<{ files: LandedFile[]; ignored: Ignored[] }> {
  const files: LandedFile[] = [];
  const ignored: Ignored[] = [];
  const found = await landing.list('', (key, because) => ignored.push({ key, because }));
  for (const { key, size, version } of found) {
    const place = placeOf(key);
    if ('because' in place) ignored.push({ key, because: place.because });
    else if (place.dt <= runDate) files.push({ ...place, key, size, version });
  }
  return { files, ignored: ignored.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}
