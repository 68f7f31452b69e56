import { use } from 'react';
import { isoWeek, weekNumber } from '../../../wording/calendar.js';
import { capital } from '../../../wording/wording.js';
import type { Words } from '../../../wording/words.js';
import type { Run } from '../data/run.js';
import { day } from '../format.js';
import { Empty, Panel } from '../parts/Panel.js';
import { WORDS } from '../speech.js';
import { digestsOf, type Listed } from './list.js';

/** why 13: a quarter of weeks is as far back as a digest itself looks. */
const SHOWN = 13;

/** The weekly digests of a region as they were mailed. */
export function Digests({ run, region }: { run: Run; region: string }) {
  const say = WORDS.digestPage;
  return (
    <Panel title={say.listHeading} note={say.listIntro} testid="digests" lines={2}>
      <List run={run} region={region} />
    </Panel>
  );
}

function List({ run, region }: { run: Run; region: string }) {
  const { digest, digestPage: say } = WORDS;
  const digests = use(digestsOf(run.reader, region));
  if (digests.length === 0) return <Empty testid="no-digests">{say.listNone}</Empty>;
  return (
    <ul className="unmeasured-list">
      {digests.slice(0, SHOWN).map(({ period, files }) => {
        const week = capital(digest.week(weekNumber(isoWeek(period))));
        return (
          <li key={period}>
            {say.listed(week, day(period))}
            {files.map((file) => (
              <Files key={file.page} of={week} file={file} say={say} />
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** A space that does not break. */
const TOGETHER = '\u00a0';

/** A digest's two files, under the name of their language where there are others. */
function Files({ of, file, say }: { of: string; file: Listed['files'][number]; say: Words['digestPage'] }) {
  const { page, pdf, language } = file;
  const named = (what: string): string => `${of}: ${[what, ...(language ? [language.name] : [])].join(', ')}`;
  return (
    <>
      {' '}
      {language ? (
        <span className="faint">
          · <span lang={language.locale}>{language.name}</span>
          {TOGETHER}
        </span>
      ) : null}
      <a href={page} aria-label={named(say.listPage)}>
        {say.listPage}
      </a>
      {TOGETHER}
      <a href={pdf} aria-label={named(say.listPdf)}>
        {say.listPdf}
      </a>
    </>
  );
}
