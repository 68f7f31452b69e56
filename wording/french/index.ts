/**
 * French. Words that every string keeps to:
 * tier niveau · evaluation évaluation · metric indicateur · rate taux · bound seuil · the standard exigence · allowed admis, maximum ·
 * at fault en défaut · forgiven excusé · left out hors calcul · counted entre dans le calcul · not final pas encore définitif ·
 * leaves your numbers sort de vos indicateurs · judged évalué · notice avertissement · watch à surveiller · early warning alerte
 * précoce · luck, noise hasard · contest, appeal contestation · a person une personne · paused suspendu · what a tier asks for
 * conditions · scorecard bilan vendeur · score score · points points · probation période probatoire · dispatch expédition ·
 * ship-by date limite d’expédition · carrier transporteur · tracking number numéro de suivi · parcel colis · delivery livraison ·
 * return retour · case litige · review avis · conversation conversation · listing annonce · run calcul · run date date d’arrêté.
 * Titles and tiers stand in « … », so that no article or agreement is needed. Spaces before : ; ! ? and within « » do not break.
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

export const french: Words = {
  locale: 'fr-FR',
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
