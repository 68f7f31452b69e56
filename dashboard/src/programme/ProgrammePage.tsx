import { use } from 'react';
import type { Programme } from '../../../policies/policy.js';
import { policiesWithReasons } from '../../../policies/texts-said.js';
import { asWritten, markAsWritten } from '../../../wording/as-written.js';
import { programmeText } from '../../../wording/programme-text.js';
import { PROGRAMME_WORDS } from '../../../wording/programme-words.js';
import { wordingFor } from '../../../wording/wording.js';
import { type Address, adjust } from '../address.js';
import type { Run } from '../data/run.js';
import { day } from '../format.js';
import { Empty, Panel, Reading } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { FORMAT, LANGUAGE, PAGE } from '../speech.js';
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
          <section className="panel policy" data-testid="programme-text">
            <Reading lines={12}>
              <Whole run={run} programme={programme} />
            </Reading>
          </section>
          {waiting
            .filter((one) => one.programme === programme.programme)
            .map((one) => (
              <details key={one.version} className="panel policy later" data-testid={`later-${one.version}`}>
                <summary>{say.versions.whole(one.version, day(one.in_force_from))}</summary>
                <Reading lines={12}>
                  <Whole run={run} programme={one} />
                </Reading>
              </details>
            ))}
        </>
      ) : (
        <Empty>{say.none}</Empty>
      )}
    </>
  );
}

/** Asked for where this page is. Where it cannot be loaded, the text is English. */
const words = PROGRAMME_WORDS[LANGUAGE]().catch(() => PROGRAMME_WORDS.en());

/** A version's text. What the policy says in its own words, and nobody in the reader's language, is shown as it is written. */
function Whole({ run: { written }, programme: { programme: key, version, title } }: { run: Run; programme: Programme }) {
  const { programmeWords } = use(words);
  const one = [...written.programmes, ...(written.waiting ?? [])].find((of) => of.programme === key && of.version === version)!;
  const unsaid = LANGUAGE === 'en' ? (text: string) => text : markAsWritten;
  const policies = policiesWithReasons({ ...written, programmes: [one] }, LANGUAGE, unsaid);
  const markdown = programmeText({
    ...{ policies, programme: policies.programmes[0]!, say: programmeWords, inDocs: false },
    wording: wordingFor(LANGUAGE, policies, FORMAT),
    population: (room) => (Object.hasOwn(PAGE.rooms, room) ? PAGE.rooms[room as keyof typeof PAGE.rooms].population : undefined),
  });
  return (
    <>
      {markdown !== asWritten(markdown) && (
        <p className="note" data-testid="as-written">
          {say.asWritten}
        </p>
      )}
      <Text markdown={markdown} name={title} />
    </>
  );
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
