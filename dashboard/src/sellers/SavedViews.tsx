import { type FormEvent, useEffect, useRef, useState } from 'react';
import { linkTo } from '../address.js';
import { PAGE } from '../speech.js';
import { isFull, keepViews, nameOf, readViews, type SavedView, withView } from './saved.js';
import './saved-views.css';

const say = PAGE.savedViews;

/** A browser may forbid even to ask. */
const storage = (): globalThis.Storage | undefined => {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
};

const keptNow = (): SavedView[] => {
  const kept = storage();
  return kept ? readViews(kept) : [];
};

/** What is kept, also by other tabs meanwhile. */
function useKeptViews() {
  const [views, setViews] = useState(keptNow);
  useEffect(() => {
    const changed = () => setViews(keptNow());
    addEventListener('storage', changed);
    return () => removeEventListener('storage', changed);
  }, []);
  /** Whether the browser kept what became of them. */
  const change = (wanted: (now: SavedView[]) => SavedView[]): boolean => {
    const kept = storage();
    // Read again: another tab may have saved one since.
    const next = wanted(keptNow());
    if (!kept || !keepViews(kept, next)) return false;
    setViews(next);
    return true;
  };
  return { views, change };
}

/** Views that the reader named: search, filters, order and region of the list, to come back to. */
export function SavedViews() {
  const { views, change } = useKeptViews();
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLElement>(null);
  const save = (named: string): boolean => {
    if (isFull(views, named)) {
      setSaid(say.full);
      return false;
    }
    const kept = change((now) => withView(now, { name: named, hash: linkTo({ view: 'sellers' }) }));
    setSaid(kept ? say.saved(named) : say.notKept);
    return kept;
  };
  const forget = ({ name }: SavedView) => {
    const kept = change((now) => now.filter((one) => one.name !== name));
    setSaid(kept ? say.forgotten(name) : say.notKept);
    heading.current?.focus();
  };
  return (
    <>
      <details className="saved-views" data-testid="saved-views" open={views.length > 0}>
        <summary ref={heading}>
          {say.title} {views.length > 0 && <span className="faint">{views.length}</span>}
        </summary>
        <Views views={views} forget={forget} />
        <NameView save={save} />
        <p className="note">{say.where}</p>
      </details>
      <p className="note" role="status">
        {said}
      </p>
    </>
  );
}

/** @param save whether it was kept */
function NameView({ save }: { save(name: string): boolean }) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const named = nameOf(name);
    if (named !== '' && save(named)) setName('');
  };
  return (
    <form onSubmit={submit}>
      <label>
        <span>{say.name}</span>
        <input
          type="text"
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          data-testid="view-name"
        />
      </label>
      <button type="submit" className="button" data-testid="save-view">
        {say.save}
      </button>
    </form>
  );
}

function Views({ views, forget }: { views: readonly SavedView[]; forget(view: SavedView): void }) {
  if (views.length === 0) return null;
  return (
    <ul>
      {views.map((view) => (
        <li key={view.name}>
          <a href={view.hash} data-testid="saved-view">
            <bdi>{view.name}</bdi>
          </a>
          <button type="button" className="link" aria-label={say.forget(view.name)} onClick={() => forget(view)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
