import { use } from 'react';
import { benchmarkNotes, partsInOrder, scoreNotes, scorePartTexts } from '../../../wording/score.js';
import { programmeOf } from '../data/policies.js';
import type { Scorecard } from '../data/rows.js';
import type { Run } from '../data/run.js';

/** The score of a programme and what each metric brings to it; nothing where it has none. */
export function Score({ run, card }: { run: Run; card: Pick<Scorecard, 'seller_id' | 'programme'> }) {
  const programme = programmeOf(run.policies, card.programme);
  const row = use(run.scoresOf(card.seller_id)).find((one) => one.programme === card.programme);
  const parts = use(run.scorePartsOf(card.seller_id)).filter((one) => one.programme === card.programme);
  if (!programme || !row) return null;
  const { columns } = run.wording.words.score;
  return (
    <div data-testid="score">
      <p>{scoreNotes(row, parts, programme, run.wording).join(' ')}</p>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col" className="text">
              {columns.part}
            </th>
            <th scope="col" className="text">
              {columns.metric}
            </th>
            <th scope="col">{columns.faults}</th>
            <th scope="col">{columns.points}</th>
            <th scope="col">{columns.weight}</th>
            <th scope="col">{columns.brings}</th>
          </tr>
        </thead>
        <tbody>
          {partsInOrder(parts, programme).map((part) => {
            const { dimension, metric, faults, rate, points, weight, brings } = scorePartTexts(part, programme, run.wording);
            return (
              <tr key={part.metric}>
                <td className="text">{dimension}</td>
                <th scope="row" className="text">
                  {metric}
                </th>
                <td>{faults ? `${faults} (${rate})` : rate}</td>
                <td>{points}</td>
                <td>{weight}</td>
                <td>{brings}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {benchmarkNotes(parts, programme, run.wording).map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
