import { type FormEvent, useState } from 'react';
import { savedViews as say } from '../../../wording/english/saved-views.js';
import { linkTo } from '../address.js';
import { keepViews, nameOf, readViews, type SavedView, withView } from './saved.js';
import './saved-views.css';

/** A browser may forbid even to ask. */
const storage = (): globalThis.Storage | undefined => {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
};

/** Views that the reader named: search, filters, order and region of the list, to come back to. */
export function SavedViews() {
  const [views, setViews] = useState<SavedView[]>(() => {
    const kept = storage();
    return kept ? readViews(kept) : [];
  });
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const keep = (wanted: SavedView[], then: string) => {
    const kept = storage();
    if (!kept || !keepViews(kept, wanted)) return setSaid(say.notKept);
    setViews(wanted);
    setSaid(then);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const named = nameOf(name);
    if (named === '') return;
    keep(withView(views, { name: named, hash: linkTo({ view: 'sellers' }) }), say.saved(named));
    setName('');
  };
  return (
    <details className="saved-views" data-testid="saved-views" open={views.length > 0}>
      <summary>
        {say.title} {views.length > 0 && <span className="faint">{views.length}</span>}
      </summary>
      <Views
        views={views}
        forget={(view) =>
          keep(
            views.filter((one) => one !== view),
            say.forgotten(view.name),
          )
        }
      />
      <form onSubmit={save}>
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
      <p className="note" role="status">
        {said || say.where}
      </p>
    </details>
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
