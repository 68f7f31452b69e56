import { PUBLISHED_BY } from '../../../contracts/published-by.js';
import { dayBefore } from '../../../wording/calendar.js';
import type { Run } from '../data/run.js';
import { day } from '../format.js';

const [HOUR, MINUTE] = PUBLISHED_BY.split(':').map(Number) as [number, number];

/** The run date that should be there at an instant: that of the night whose morning deadline has passed in every region. */
export function expectedRunDate(now: number, zones: readonly string[]): string {
  const instant = new Date(now - (HOUR * 60 + MINUTE) * 60_000).toISOString();
  return zones.map((zone) => dayBefore(instant, zone)).sort()[0]!;
}

/** What a reader must know before any number: that the run is older than it should be, or was made afterwards. */
export function Banners({ run, now = Date.now() }: { run: Pick<Run, 'manifest' | 'policies' | 'wording'>; now?: number }) {
  const { run_date, without_mails } = run.manifest;
  const { pages } = run.wording.words;
  const expected = expectedRunDate(
    now,
    run.policies.regions.map(({ time_zone }) => time_zone),
  );
  const says = [
    ...(run_date < expected ? [pages.late(day(run_date), day(expected))] : []),
    ...(without_mails ? [pages.madeAfterwards(day(run_date))] : []),
  ];
  return says.map((sentence) => (
    <p key={sentence} className="banner" role="status" data-testid="banner">
      {sentence}
    </p>
  ));
}
