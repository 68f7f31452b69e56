/** Where a seller says how often mails should come: a form that works without scripts, in any browser and for any reader of screens. */
import { FREQUENCIES, NO_MAILS } from '../contracts/landing/sellers.js';
import type { MailPreferences } from '../contracts/run/mail-preferences.js';
import { formatFor } from '../wording/format.js';
import type { Speech } from '../wording/words.js';
import { documentOf } from './parts.js';

export interface PreferencesPage {
  preferences: MailPreferences;
  /** What was just done. */
  done?: 'saved' | 'unsubscribed';
}

const dayOf = (at: string, locale: string): string => formatFor(locale).day(at.slice(0, 10));

function standing({ asked }: MailPreferences, { words: { preferencesPage: say }, locale }: Speech): string {
  if (!asked) return say.now.nothing;
  const day = dayOf(asked.at, locale);
  if (asked.by === 'complaint') return say.now.complained(day);
  return asked.frequency === NO_MAILS ? say.now.stopped(day) : say.now.chosen(say.choices[asked.frequency], day);
}

export function preferencesPage({ preferences, done }: PreferencesPage, speech: Speech): string {
  const { words, locale } = speech;
  const say = words.preferencesPage;
  const { asked, bounced, seller_id } = preferences;
  return documentOf(
    say.title,
    <>
      <h1>{say.title}</h1>
      <p className="soft" style={{ overflowWrap: 'anywhere' }}>
        {say.of(seller_id)}
      </p>
      {done && (
        <div className="state good" role="status">
          {done === 'saved' ? say.saved : say.unsubscribed}
        </div>
      )}
      {bounced && <div className="state warn">{say.bounced(dayOf(bounced.at, locale))}</div>}
      <form method="post" className="card">
        <p>{standing(preferences, speech)}</p>
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend style={{ fontWeight: 650, padding: 0 }}>{say.ask}</legend>
          {FREQUENCIES.map((frequency) => (
            <label
              key={frequency}
              style={{ display: 'flex', gap: 10, alignItems: 'baseline', padding: '10px 0', cursor: 'pointer' }}
            >
              <input type="radio" name="frequency" value={frequency} required defaultChecked={asked?.frequency === frequency} />
              {say.choices[frequency]}
            </label>
          ))}
        </fieldset>
        <p className="soft">{say.always}</p>
        <button type="submit" style={{ font: 'inherit', fontWeight: 600, padding: '10px 22px', marginTop: 8, cursor: 'pointer' }}>
          {say.save}
        </button>
      </form>
    </>,
    locale,
  );
}

export const refusedPage = ({ title, says }: { title: string; says: string }, { locale }: Speech): string =>
  documentOf(
    title,
    <>
      <h1>{title}</h1>
      <p>{says}</p>
    </>,
    locale,
  );
