import type { Programme } from '../../../policies/policy.js';
import { programmeText } from '../../../wording/english/programme-text.js';
import { wordingFor } from '../../../wording/wording.js';
import { type Address, adjust } from '../address.js';
import type { Run } from '../data/run.js';
import { day } from '../format.js';
import { Empty, Panel } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';
import { Text } from './Text.js';
import './programme.css';

const say = PAGE.programmePage;

/** The policy of this run, as sellers read it. */
export function ProgrammePage({ run, address }: { run: Run; address: Address }) {
  const { programmes, waiting = [] } = run.policies;
  const programme = programmes.find((one) => one.programme === address.open) ?? programmes[0];
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
          <p className="note">{say.note}</p>
          {say.inEnglish && <p className="note">{say.inEnglish}</p>}
        </div>
        {programmes.length > 1 && <Picker programmes={programmes} value={programme?.programme ?? ''} />}
      </div>
      {programme ? (
        <>
          <Versions
            now={programme}
            later={waiting
              .filter((one) => one.programme === programme.programme)
              .sort((a, b) => (a.in_force_from < b.in_force_from ? -1 : 1))}
          />
          <section className="panel policy" lang="en" data-testid="programme-text">
            <Text markdown={textOf(run, programme)} name={programme.title} />
          </section>
          {waiting
            .filter((one) => one.programme === programme.programme)
            .map((one) => (
              <details key={one.version} className="panel policy later" data-testid={`later-${one.version}`}>
                <summary>{say.versions.whole(one.version, day(one.in_force_from))}</summary>
                <div lang="en">
                  <Text markdown={textOf(run, one)} name={one.title} />
                </div>
              </details>
            ))}
        </>
      ) : (
        <Empty>{say.none}</Empty>
      )}
    </>
  );
}

/** why in English, its names and numbers with it: whys of a policy are written in one language, and a rule is read whole. */
function textOf({ written }: Run, { programme: key, version }: Programme): string {
  const programme = [...written.programmes, ...(written.waiting ?? [])].find(
    (one) => one.programme === key && one.version === version,
  )!;
  return programmeText({ policies: written, programme, wording: wordingFor('en', written), inDocs: false });
}

function Picker({ programmes, value }: { programmes: readonly Programme[]; value: string }) {
  return (
    <label className="picker">
      <span>{say.programme}</span>
      <select data-testid="which-programme" value={value} onChange={(event) => adjust({ open: event.target.value })}>
        {programmes.map(({ programme, title }) => (
          <option key={programme} value={programme}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which version judges, and which come: days in words, and never by colour alone. */
function Versions({ now, later }: { now: Programme; later: readonly Programme[] }) {
  return (
    <Panel title={say.versions.title} testid="versions" lines={2}>
      <Scroll label={say.versions.title}>
        <table className="figures">
          <thead>
            <tr>
              {say.versions.columns.map((column) => (
                <th key={column} scope="col" className="text">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[now, ...later].map((one) => (
              <tr key={one.version} data-testid="version">
                <th scope="row">{one.version}</th>
                <td className="text">{day(one.in_force_from)}</td>
                <td className="text">{one.until ? day(one.until) : say.versions.open}</td>
                <td className="text">{one.notice_given_on ? day(one.notice_given_on) : say.versions.notSaid}</td>
                <td className="text">{one === now ? say.versions.now : say.versions.later}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}
