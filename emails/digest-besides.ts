/** What a digest says of those who come, and of leads: a sentence each, with where the rest stands. */
import { EVERY_CHANNEL } from '../contracts/channels.js';
import { addDays } from '../contracts/days.js';
import { ALL, type Wording } from '../wording/wording.js';
import type { Links } from './digest-links.js';
import type { ApplicationWeekRow, LeadRow } from './rows.js';

interface Besides {
  region: string;
  /** The last day of the week, a Sunday. */
  period: string;
  /** Of all regions and channels; absent, as are leads, where the run knew of none. */
  applications?: readonly ApplicationWeekRow[];
  leads?: readonly Pick<LeadRow, 'region' | 'status'>[];
}

export interface BesidesView {
  what: string;
  link?: string;
}

/** None where no application ever landed and no lead is open. */
export function besidesInWords(given: Besides, links: Links, wording: Wording): BesidesView[] {
  return [...applicationsInWords(given, links, wording), ...leadsInWords(given, links, wording)];
}

const leading = (what: string, link: string | undefined): BesidesView => ({ what, ...(link === undefined ? {} : { link }) });

function applicationsInWords(
  { region, period, applications = [] }: Besides,
  links: Links,
  { words, format }: Wording,
): BesidesView[] {
  const say = words.digestPage;
  const weeks = applications.filter((row) => row.region === region && row.channel === EVERY_CHANNEL);
  if (weeks.length === 0) return [];
  const cameIn = (monday: string): number => weeks.find(({ week }) => week === monday)?.applied ?? 0;
  const sum = (column: 'waiting' | 'overdue'): number => weeks.reduce((all, row) => all + row[column], 0);
  const came = cameIn(addDays(period, -6));
  const before = cameIn(addDays(period, -13));
  const waiting = sum('waiting');
  const sentences = [
    say.applied(came, format.count(came), format.count(before)),
    say.applicantsWait(waiting, format.count(waiting), format.count(sum('overdue'))),
  ];
  return [leading(sentences.join(' '), links.onboarding)];
}

function leadsInWords({ region, leads = [] }: Besides, links: Links, { words, format }: Wording): BesidesView[] {
  const open = leads.filter((row) => row.status === 'open' && (region === ALL || row.region === region)).length;
  return open === 0 ? [] : [leading(words.digestPage.leads(open, format.count(open)), links.leads)];
}
