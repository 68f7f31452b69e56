/** What pages are made of. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { directionOf } from '../contracts/languages.js';
import { wordsFor } from '../wording/words.js';
import { STYLE } from './style.js';

const words = wordsFor('en');

/** One HTML document without scripts, and with nothing from elsewhere. The same content gives the same bytes. */
export function documentOf(title: string, content: ReactNode, locale = words.locale): string {
  const page = (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>{title}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a text of ours; React would escape its quotes */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page).replace(/<\/(?:head|style|h1|h2|p|tr|table|section|details)>/g, '$&\n')}`;
}

export const Card = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="card">
    <h2>{title}</h2>
    {children}
  </section>
);

export const Table = ({ head, text, children }: { head: readonly string[]; text?: boolean; children: ReactNode }) => (
  <div className="scroll">
    <table className={text ? 'text' : undefined}>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
