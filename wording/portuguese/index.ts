/**
 * Português do Brasil. Quem vende é «você»; os nomes de níveis, métricas e programas chegam escritos e vão sem artigo próprio.
 *
 * Glossário: scorecard = relatório de desempenho · tier = nível · programme = programa · metric = métrica · bound = limite (máximo, mínimo) ·
 * at fault = com problema · met = sem problema (pedidos), atende (métricas) · forgiven = justificado · left out = desconsiderado (excluído lê-se
 * apagado) · pending = pendente, ainda não definitivo · counted = na conta · judge = analisar · evaluation = revisão (avaliação é a do comprador) ·
 * notice = aviso · contest, appeal = contestar, contestação · case = reclamação · review = avaliação · dispatch = envio · carrier = transportadora ·
 * tracking number = código de rastreamento · scan = leitura · luck, noise = acaso, variação aleatória · probation = período de experiência ·
 * points = pontos · score = pontuação · gate of a tier = requisito · accountable, raw rate = taxa atribuível, bruta ·
 * night, run = noite, execução · landed = recebido · release = liberar · listing = anúncio
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

export const portuguese: Words = {
  locale: 'pt-BR',
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
