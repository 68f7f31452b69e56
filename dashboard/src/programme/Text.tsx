import { createElement } from 'react';
import { Scroll } from '../parts/Scroll.js';
import { type Block, blocksOf, type Inline } from './markdown.js';

/** why not an address of its own: what follows # says which page is open. Of several versions on one page each leads within itself. */
const goTo = (id: string, from: Element): void => {
  const place = from.closest('.policy')?.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
  place?.scrollIntoView({ block: 'start' });
  place?.focus({ preventScroll: true });
};

function Says({ says }: { says: Inline[] }) {
  // biome-ignore-start lint/suspicious/noArrayIndexKey: parts of one sentence have no other name and never move
  return says.map((part, at) => {
    // What a policy says in its own words is in the language that policies are written in.
    const lang = part.asWritten && 'en';
    if (part.look === 'strong')
      return (
        <strong key={at} lang={lang}>
          {part.text}
        </strong>
      );
    if (part.look === 'code') return <code key={at}>{part.text}</code>;
    if (part.look !== 'link')
      return lang ? (
        <span key={at} lang={lang}>
          {part.text}
        </span>
      ) : (
        part.text
      );
    return (
      <button key={at} type="button" className="link" lang={lang} onClick={({ currentTarget }) => goTo(part.to, currentTarget)}>
        {part.text}
      </button>
    );
  });
  // biome-ignore-end lint/suspicious/noArrayIndexKey: see above
}

/** The text of a programme, from its Markdown. */
export function Text({ markdown, name }: { markdown: string; name: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a text have no other name and never move
  return blocksOf(markdown).map((block, at) => <Part key={at} block={block} name={name} />);
}

function Part({ block, name }: { block: Block; name: string }) {
  if (block.kind === 'heading')
    return createElement(
      `h${block.level}`,
      { id: block.id, tabIndex: block.id ? -1 : undefined },
      createElement(Says, { says: block.says }),
    );
  if (block.kind === 'paragraph')
    return (
      <p>
        <Says says={block.says} />
      </p>
    );
  if (block.kind === 'table') return <Table table={block} name={name} />;
  return (
    <ul>
      {block.items.map((says, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a list have no other name and never move
        <li key={at}>
          <Says says={says} />
        </li>
      ))}
    </ul>
  );
}

/** why no keys of names: cells of a text have none, and never move. */
function Table({ table: { head, numbers, rows }, name }: { table: Extract<Block, { kind: 'table' }>; name: string }) {
  const look = (at: number): string => (numbers[at] ? '' : at > 0 ? 'text reason' : 'text');
  return (
    <Scroll label={name}>
      <table className="figures asked">
        <thead>
          <tr>
            {head.map((says, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <th key={at} scope="col" className={look(at)}>
                <Says says={says} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={nth}>
              {cells.map((says, at) =>
                at === 0 ? (
                  <th key="row" scope="row" className={look(at)}>
                    <Says says={says} />
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <td key={at} className={look(at)}>
                    <Says says={says} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
