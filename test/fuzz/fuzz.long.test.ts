import { expect, it } from 'vitest';
import { openDuck } from '../../lambdas/shared/duck.js';
import { CASE_POLICIES } from '../cases/index.js';
import { Draw } from '../helpers/draw.js';
import { scorecards } from '../helpers/scorecards.js';
import { TestMarketplace } from '../night/test-marketplace.js';
import { NOT_FOR_PEOPLE } from './ask.js';
import { DATASETS, drawCase, drawWitness, FORMATS } from './draw-case.js';
import { DAY } from './rows.js';
import { soak } from './soak.js';

it('of 25 mutated files of every dataset and format every row is accepted as written, or rejected with a reason', async () => {
  const { findings } = await soak({ seed: 7000, files: 25 });
  expect(findings).toEqual([]);
});

it('mutated sources are imported with every row, or refused in words for people', async () => {
  const { findings } = await soak({ seed: 7000, files: 4, imports: true });
  expect(findings).toEqual([]);
});

/** Names that readers and patterns stumble over. */
const NAMES = [
  "it's",
  'a"b',
  '100%',
  '#1',
  'what?',
  'a*b',
  '[x]',
  'two words',
  '🎁',
  'e\u0301',
  'dt=2026-01-05',
  'a\nb',
  '{{ x }}',
  '..x',
];

/** FUZZ_NIGHTS asks for other than thirty. */
const NIGHTS = Number(process.env.FUZZ_NIGHTS ?? 30);

it('nights over mutated files are published or stopped, each in words for people', async () => {
  const duck = await openDuck();
  const codes = new Map<number | null, number>();
  for (let seed = 1; seed <= NIGHTS; seed++) {
    const draw = new Draw(seed);
    const marketplace = await TestMarketplace.make(CASE_POLICIES);
    try {
      const land = (dataset: string, name: string, bytes: Buffer) => marketplace.land([[`${dataset}/dt=${DAY}/${name}`, bytes]]);
      for (const dataset of DATASETS) await land(dataset, 'good.jsonl', drawWitness(dataset, '.jsonl', seed, 200).bytes);
      for (let n = draw.whole(1, 3); n > 0; n--) {
        const { dataset, ending, bytes } = await drawCase(draw.one(DATASETS), draw.one(FORMATS), seed * 100 + n, duck);
        await land(dataset, `${n}${draw.one(NAMES)}${ending}`, bytes);
      }
      await marketplace.land(
        draw
          .some(
            ['orders/dt=/a.csv', 'orders/dt=2026-1-5/a.csv', 'orders/DT=2026-01-05/a.csv', '__proto__/dt=2026-01-05/a.csv'],
            0.5,
          )
          .map((key) => [key, 'x\n']),
      );
      const where = ['--landing', marketplace.landing, '--store', marketplace.store, '--policies', marketplace.policies];
      const { code, err } = await scorecards('night', '--date', DAY, '--no-mails', ...where);
      expect([0, 3], `seed ${seed}: ${err}`).toContain(code);
      const odd = err.split('\n').filter((line) => NOT_FOR_PEOPLE.test(line.replaceAll(marketplace.folder, '')));
      expect(odd, `seed ${seed}`).toEqual([]);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    } finally {
      await marketplace.gone();
    }
  }
  duck.close();
  expect(codes.get(0)).toBeGreaterThan(0);
  expect(codes.get(3)).toBeGreaterThan(0);
});
