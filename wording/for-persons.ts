/** What waits for a person to decide, to whoever runs the marketplace: published rows in, lines out. */
import type * as z from 'zod';
import type { decisionFigures } from '../contracts/published/decision-figures.js';
import type { proposedIncidents } from '../contracts/published/proposed-incidents.js';
import type { Programme } from '../policies/policy.js';
import type { DecisionRow } from './decision.js';
import { type EvaluationRow, evaluationNote, isProvisional } from './evaluation.js';
import { incidentInWords } from './incident.js';
import { ALL, type Wording } from './wording.js';

export type FigureRow = z.infer<typeof decisionFigures.row>;
export type IncidentRow = z.infer<typeof proposedIncidents.row>;

export interface ToDecide {
  /** Records of changes of tier; those that do not wait are left out here. */
  records: readonly Pick<DecisionRow, 'programme' | 'status' | 'evaluated_on'>[];
  figures: readonly FigureRow[];
  incidents: readonly IncidentRow[];
  /** Whether evaluations are held; absent where the run knew of none that was not. */
  evaluations?: readonly EvaluationRow[];
}

/** What is to be decided, and how one does. */
export interface Line {
  what: string;
  how: string;
}

/** Evaluations that nobody has released, of programmes that judge in the region. */
const provisional = ({ evaluations = [] }: ToDecide, region: string, programmes: readonly Judging[], wording: Wording): Line[] =>
  programmes
    .filter(({ regions }) => region === ALL || regions.includes(region))
    .flatMap(({ programme, title }) =>
      evaluations
        .filter((row) => row.programme === programme && isProvisional(row))
        .map((row) => ({
          what: wording.words.grammar.labelled(title, evaluationNote(row, wording) ?? ''),
          how: wording.words.evaluation.whoDecides,
        })),
    );

type Judging = Pick<Programme, 'programme' | 'title' | 'regions'>;

/** A line each: provisional evaluations, changes of tier that wait, rules whose pause is proposed, and carriers' days; of a region its own. */
export function toDecide(rows: ToDecide, region: string, programmes: readonly Judging[], wording: Wording): Line[] {
  const { words, format, metricTitle } = wording;
  const say = words.decision.forPersons;
  const everywhere = region === ALL;
  const ofProgrammes = programmes.flatMap(({ programme, title }) => {
    const since = rows.records
      .filter((row) => row.programme === programme && row.status === 'proposed')
      .map(({ evaluated_on }) => evaluated_on)
      .sort();
    const pauses = rows.figures.filter((row) => row.programme === programme && row.propose_pause);
    return [
      ...(since[0] === undefined
        ? []
        : [
            {
              what: say.waiting(since.length, format.count(since.length), title, format.day(since[0])),
              how: say.waitingHow,
            },
          ]),
      ...pauses.map((row) => ({
        what: say.pause(
          ...[
            words.grammar.inSentence(metricTitle(row.name)),
            title,
            format.count(row.overturned),
            format.count(row.appeals_decided),
          ],
          format.share(row.overturned_share ?? 0),
        ),
        how: say.pauseHow,
      })),
    ];
  });
  const incidents = rows.incidents
    .filter((row) => row.status === 'proposed' && (everywhere || row.region === region))
    .map((row) => ({ what: `${incidentInWords(row, metricTitle(row.metric), wording)}.`, how: say.incidentHow }));
  return [...provisional(rows, region, programmes, wording), ...(everywhere ? ofProgrammes : []), ...incidents];
}
