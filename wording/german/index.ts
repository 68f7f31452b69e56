/**
 * German. Words that every string keeps to:
 * tier Stufe · evaluation Einstufung · metric Kennzahl · rate Quote · bound Schwellenwert · the standard Vorgabe · allowed erlaubt ·
 * at fault beanstandet · forgiven entschuldigt · left out, counted nicht gewertet, gewertet · not final noch nicht endgültig ·
 * leaves your numbers fällt aus der Wertung · judged beurteilt · notice Verwarnung · watch Beobachtung · early warning Frühwarnung ·
 * luck, noise Zufall · contest, appeal Einspruch · decided by a person ein Mensch, jemand aus unserem Team · paused ausgesetzt ·
 * what a tier asks for Voraussetzungen · scorecard Verkäuferleistung, Auswertung · score Gesamtwertung · points Punkte ·
 * probation Probezeit · dispatch Versand · ship-by Versandfrist · carrier Versanddienstleister · tracking number Sendungsnummer ·
 * parcel Sendung · delivery Zustellung · return Rückgabe, Rücksendung · case Fall · review Bewertung · conversation Anfrage ·
 * listing Angebot · run Lauf · run date Stichtag. Titles and tiers stand in „…“, so that no article or ending is needed.
 */

import type { Words } from '../words.js';
import { businessTime } from './business-time.js';
import * as codes from './codes.js';
import { decision } from './decision.js';
import { digest } from './digest-mail.js';
import { digestPage } from './digest-page.js';
import { evaluation } from './evaluation.js';
import { failure } from './failure-mail.js';
import { faultsFile } from './faults-file.js';
import { gates } from './gates.js';
import { grammar } from './grammar.js';
import { metrics } from './metrics.js';
import { calls, movers, spread } from './movers-page.js';
import { nextTier } from './next-tier.js';
import { notMailed } from './not-mailed.js';
import { pages } from './pages.js';
import { points } from './points.js';
import { preferencesPage } from './preferences-page.js';
import { probation } from './probation.js';
import { quality } from './quality-page.js';
import { readers } from './readers.js';
import * as reliefs from './reliefs.js';
import { score } from './score.js';
import { scorecard } from './scorecard-mail.js';
import { segment } from './segment.js';
import { standing, standingVerdicts } from './standing.js';
import { thingsToDo } from './things-to-do.js';

export const german: Words = {
  locale: 'de-DE',
  grammar,
  metrics,
  ...codes,
  standingVerdicts,
  standing,
  businessTime,
  decision,
  evaluation,
  gates,
  movers,
  calls,
  spread,
  nextTier,
  notMailed,
  pages,
  points,
  preferencesPage,
  probation,
  readers,
  reliefs,
  score,
  scorecard,
  segment,
  thingsToDo,
  digest,
  digestPage,
  failure,
  faultsFile,
  quality,
};
