/** Leads in the reader's language; one that this version does not know by its key. */
import { LEAD_KEYS } from '../../../leads/index.js';
import type { SaidOfLead } from '../../../wording/lead-words.js';
import { capital, titled } from '../../../wording/wording.js';
import type { Lead } from '../data/leads.js';
import { count, day, shortDay } from '../format.js';
import { PAGE } from '../speech.js';

const say = PAGE.leadsPage;

export const saidOf = (lead: string): SaidOfLead | undefined =>
  Object.hasOwn(PAGE.leads, lead) ? PAGE.leads[lead as keyof typeof PAGE.leads] : undefined;

const KEYS: readonly string[] = LEAD_KEYS;
/** Where it stands among others, in the order in which readers see them. */
export const placeOf = (lead: string): number => (KEYS.includes(lead) ? KEYS.indexOf(lead) : KEYS.length);

export const titleOf = (lead: string): string => saidOf(lead)?.title ?? titled(lead);

/** What explains orders innocently, as the beginning of a sentence; empty where nothing does. */
export function twinOf(lead: string, twin: string | null): string {
  if (twin === null) return '';
  return twin === 'several' ? say.several : capital(saidOf(lead)?.twins[twin] ?? titled(twin));
}

/** How strong the strongest of its orders is, in the unit of the lead. */
export function strongestOf({ lead, most }: Pick<Lead, 'lead' | 'most'>): string {
  const shown = count(most);
  return Object.hasOwn(say.strongest, lead) ? say.strongest[lead as keyof typeof say.strongest](most, shown) : shown;
}

/** `2 Nov – 7 Nov 2026`: a year that both have is said once. */
export function daysOf({ first_day: first, last_day: last }: Pick<Lead, 'first_day' | 'last_day'>): string {
  if (first === last) return day(first);
  return `${first.slice(0, 4) === last.slice(0, 4) ? shortDay(first) : day(first)} – ${day(last)}`;
}
