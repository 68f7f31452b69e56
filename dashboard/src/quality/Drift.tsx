import { use } from 'react';
import { driftInWords, inReadingOrder } from '../../../wording/drift.js';
import { titled } from '../../../wording/wording.js';
import type { LandingDrift } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { Empty } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';

/** Figures of what landed that are unusual, and below them every figure by dataset. */
export function Drift({ run }: { run: Run }) {
  const rows = use(run.drift());
  const say = run.wording.words.quality;
  if (rows.length === 0) return <Empty>{PAGE.qualityPage.nothingLanded}</Empty>;
  const unusual = inReadingOrder(rows.filter(({ verdict }) => verdict === 'unusual'));
  const early = rows.every(({ verdict }) => verdict === 'too_early');
  return (
    <>
      {unusual.length > 0 ? (
        <Figures run={run} rows={unusual} label={say.unusual(unusual.length)} whose />
      ) : (
        <p className="note" data-testid="nothing-unusual">
          {early ? say.tooEarly : say.nothingUnusual}
        </p>
      )}
      {[...new Set(rows.map(({ dataset }) => dataset))].map((dataset) => {
        const own = inReadingOrder(rows.filter((row) => row.dataset === dataset));
        return (
          <details key={dataset} className="as-table" data-testid={`drift-${dataset}`}>
            <summary>{run.wording.words.grammar.labelled(titled(dataset), say.everyFigure(own.length))}</summary>
            <Figures run={run} rows={own} label={titled(dataset)} />
          </details>
        );
      })}
    </>
  );
}

function Figures({ run, rows, label, whose }: { run: Run; rows: readonly LandingDrift[]; label: string; whose?: boolean }) {
  const { words, format } = run.wording;
  const { heads, driftHeads } = words.quality;
  return (
    <Scroll label={label}>
      <table className="figures">
        <thead>
          <tr>
            {whose && <th scope="col">{heads.dataset}</th>}
            <th scope="col" className="text">
              {driftHeads.figure}
            </th>
            {[driftHeads.tonight, driftHeads.usual, driftHeads.range, driftHeads.nights].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { figure, tonight, counted, usual, range, compared, verdict } = driftInWords(row, words, format);
            const told = row.verdict === 'usual' || row.verdict === 'unusual';
            return (
              <tr key={`${row.dataset} ${figure}`} data-testid={row.verdict === 'unusual' && whose ? 'unusual' : undefined}>
                {whose && <th scope="row">{titled(row.dataset)}</th>}
                <td className="text">{figure}</td>
                <td className={row.verdict === 'unusual' ? 'strong' : ''}>
                  {tonight} {counted && <span className="faint">{counted}</span>}
                </td>
                <td>{usual}</td>
                <td>{range}</td>
                <td>{told ? compared : verdict}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
