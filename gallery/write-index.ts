/** An index page over the pictures: a row for each mail or page, its looks side by side. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from './studio.js';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`);

/** The HTML of the index; pictures lie beside it. */
export function indexPage(pictures: readonly Picture[]): string {
  const kinds = Map.groupBy(pictures, ({ subject }) => subject.kind);
  const sections = [...kinds].map(([kind, some]) => {
    const rows = [...Map.groupBy(some, ({ subject }) => subject.name)].map(([name, looks]) => {
      const figures = looks.map(
        ({ file, width, scheme }) =>
          `<figure><a href="${escaped(file)}"><img src="${escaped(file)}" alt="${escaped(`${name}, ${width} wide, ${scheme}`)}" loading="lazy" width="${width === 360 ? 180 : 400}"></a><figcaption>${width} ${scheme}</figcaption></figure>`,
      );
      return `<section id="${escaped(name)}"><h3>${escaped(name)}</h3><p>${escaped(looks[0]!.subject.says)}</p><div class="looks">${figures.join('')}</div></section>`;
    });
    return `<h2>${escaped(kind)} <small>${rows.length}</small></h2>${rows.join('\n')}`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gallery</title>
<style>body{font:15px/1.5 system-ui,sans-serif;margin:24px;background:#f6f6f4;color:#1c1c1a}h2{margin-top:40px}small{color:#666}
.looks{display:flex;gap:16px;align-items:flex-start;overflow-x:auto}figure{margin:0}img{display:block;border:1px solid #ccc;max-height:560px;object-fit:cover;object-position:top}
figcaption{color:#666;font-size:13px}</style>
<h1>What people read</h1>
${sections.join('\n')}
</html>
`;
}

export const writeIndex = (folder: string, pictures: readonly Picture[]): Promise<void> =>
  writeFile(join(folder, 'index.html'), indexPage(pictures));
