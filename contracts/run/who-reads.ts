import { PUBLISHED } from '../published/index.js';
import { ruleOf } from './may-read.js';
import { MAILS_SAID } from './teams.js';

/** What mails are made of: the night alone reads it. */
const FOR_NOBODY: readonly string[] = ['mail_orders'];
/** Over all regions of a programme, and of the people who decide: leadership alone reads it. */
const FOR_LEADERSHIP: readonly string[] = ['decision_figures', 'account_hubs'];

/** Published datasets that leadership reads, of all regions. */
export const READ_BY_LEADERSHIP: readonly string[] = Object.keys(PUBLISHED).filter((dataset) => !FOR_NOBODY.includes(dataset));
/** Published datasets of which the team of each region reads rows: which, sql/macros/teams.sql says. */
export const READ_BY_TEAMS: readonly string[] = READ_BY_LEADERSHIP.filter((dataset) => !FOR_LEADERSHIP.includes(dataset));

/** What lies in the folder of a region's readers: those, and what mails said to sellers at home there. */
export const FILED_FOR_TEAMS: readonly string[] = [...READ_BY_TEAMS, MAILS_SAID];

/** Whether a reader may read what a path asks for: contracts/run/may-read.ts. */
export const mayRead = ruleOf({ leadership: READ_BY_LEADERSHIP, teams: FILED_FOR_TEAMS });
