/** The leads. In English their words stand in their rooms, leads/<lead>/lead.ts; other languages write them here. */
import { LEAD_KEYS, leadOf } from '../../../leads/index.js';
import { type LeadWords, wordsOfLead } from '../../lead-words.js';

export const leads = Object.fromEntries(LEAD_KEYS.map((lead) => [lead, wordsOfLead(leadOf(lead))])) as unknown as LeadWords;
