/**
 * `npm run gallery`: every mail, digest and page that people read, as pictures with an index page, to be looked at.
 * With --readme, the two pictures that the README shows instead.
 */
import '../infra/local/set-environment-defaults.js';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { type Language, WRITTEN } from '../contracts/languages.js';
import { mailsOf } from './mails.js';
import { pagesOf } from './pages.js';
import { readmePictures } from './readme-pictures.js';
import { sampleRuns } from './sample-runs.js';
import { openStudio, type Picture } from './studio.js';
import { writeIndex } from './write-index.js';

interface Options {
  to: string;
  only?: string;
  language?: Language;
  readme: boolean;
}

/** Draws all into the folder and answers how many pictures there are. */
async function draw({ to, only, language, readme }: Options): Promise<number> {
  const runs = await sampleRuns();
  const studio = await openStudio(runs.store, runs.read_at);
  try {
    if (readme) return await readmePictures(studio, runs);
    const subjects = [...(await mailsOf(runs, language)), ...pagesOf(language)].filter(
      ({ name }) => !only || name.includes(only),
    );
    await mkdir(to, { recursive: true });
    const pictures: Picture[] = [];
    for (const subject of subjects) pictures.push(...(await studio.takeAll(subject, to)));
    await writeIndex(to, pictures);
    return pictures.length;
  } finally {
    await studio.close();
    await runs.remove();
  }
}

const program = new Command('gallery')
  .description('every mail, digest and page as pictures, light and dark, at phone and desk width')
  .option('--to <dir>', 'folder to write into', 'gallery-pictures')
  .option('--only <text>', 'only those whose name has this in it')
  .addOption(new Option('--language <code>', 'all mails and pages in this language alone').choices(WRITTEN))
  .option('--readme', 'the two pictures of the README instead', false)
  .action(async (options: Options) => {
    const pictures = await draw(options);
    console.log(`${pictures} pictures${options.readme ? ' in docs/images' : `: open ${join(options.to, 'index.html')}`}`);
  });
await program.parseAsync();
