import { use } from 'react';
import { directionOf } from '../../../contracts/languages.js';
import type { MailPlannedRow, MailSaidRow } from '../../../contracts/run/mails-said.js';
import { type Mails, mailsTo } from '../data/mails-said.js';
import type { Scorecard } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { day } from '../format.js';
import { Empty } from '../parts/Panel.js';
import { PAGE, WORDS } from '../speech.js';

const say = PAGE.mailsSaid;

/** What the mails of this run and the last ones before it said to a seller, in the mails' own words. */
export function MailsSaid({ run, card }: { run: Run; card: Pick<Scorecard, 'seller_id' | 'home_region'> }) {
  const { tonight, before, gone } = use(run.once(`mails_said/${card.seller_id}`, () => mailsTo(run, card)));
  return (
    <div className="mails-said">
      <p className="note">{say.note}</p>
      <Tonight run={run} tonight={tonight} />
      {tonight && (
        <>
          <h3>{say.before}</h3>
          {before.map((mail) => (
            <Mail key={`${mail.day} ${mail.campaign}`} mail={mail} />
          ))}
          {gone ? (
            <Empty testid="mails-gone">{say.gone(gone)}</Empty>
          ) : (
            before.length === 0 && <Empty testid="no-mails-before">{say.noneBefore}</Empty>
          )}
        </>
      )}
    </div>
  );
}

function Tonight({ run, tonight }: { run: Run; tonight: Mails['tonight'] }) {
  const { run_date, without_mails } = run.manifest;
  if (!tonight)
    return (
      <Empty testid="no-mails-kept">{without_mails ? say.withoutMails(day(run_date)) : say.nothingKept(day(run_date))}</Empty>
    );
  if (tonight.said) return <Mail mail={tonight.said} />;
  return <p data-testid="mail-of-tonight">{facts(day(run_date), ...becauseOf(tonight.planned))}</p>;
}

/** Why there are no words: none is planned, or it was not seen to yet. */
function becauseOf({ campaign, not_mailed }: MailPlannedRow): string[] {
  if (not_mailed !== null) return [say.noMail, say.reasons[not_mailed]];
  return [...(campaign === null ? [] : [say.kinds[campaign]]), say.notSeenTo];
}

const facts = (...some: string[]): string => some.join(' · ');

/** In which language and of which place: `German (Austria)`. */
const languageOf = (locale: string): string =>
  new Intl.DisplayNames(WORDS.locale, { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale;

function Mail({ mail: { day: of, campaign, outcome, locale, subject, said } }: { mail: MailSaidRow }) {
  return (
    <article data-testid="mail-said">
      <p>{facts(day(of), say.kinds[campaign], ...(locale === null ? [] : [languageOf(locale)]), say.outcomes[outcome])}</p>
      {locale !== null && said !== null && (
        <blockquote lang={locale} dir={directionOf(locale)}>
          <p className="mail-subject">{subject}</p>
          {said.split('\n\n').map((programme) => (
            <div key={programme}>
              {programme.split('\n').map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          ))}
        </blockquote>
      )}
    </article>
  );
}
