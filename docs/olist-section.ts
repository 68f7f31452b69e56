/** The last section of docs/programmes.md: what each programme makes of real orders. Figures: bench/olist/tried-programmes.json. */
import type { Tried } from '../bench/olist/try-programmes.js';
import { formatFor } from '../wording/format.js';

const { count, list } = formatFor('en-GB');

/** Of sellers who missed a bound, those whom fresh days never confirmed. */
function overTheYear({ title, missed, noticed, confirmed, evaluations, its_own_days: own }: Tried): string {
  const spared = missed - confirmed;
  const share = missed > 0 ? ` (${Math.round((100 * spared) / missed)} %)` : '';
  return `| ${title} | ${evaluations}${own ? '' : ', Mondays'} | ${[missed, noticed, confirmed].map(count).join(' | ')} | **${count(spared)}**${share} |`;
}

/** Who has no tier is not assessed. */
function onTheLastDay({ title, tiers, sellers }: Tried): string[] {
  const none = (by: 'by_bounds' | 'held') => count(tiers.reduce((rest, tier) => rest - tier[by], sellers));
  return [
    ...tiers.map((tier, at) => `| ${at === 0 ? title : ''} | ${tier.title} | ${count(tier.by_bounds)} | ${count(tier.held)} |`),
    `| | not assessed | ${none('by_bounds')} | ${none('held')} |`,
  ];
}

export function olistSection(tried: readonly Tried[]): string {
  const unmeasured = [...new Set(tried.flatMap((one) => one.not_measured))].sort();
  return [
    '## On real orders',
    '',
    'What the programme above and those of [examples/programmes](../examples/programmes/README.md) make of the 99,441 orders of',
    '[Olist](../examples/olist/README.md), with a year of evaluations up to 27 August 2018. Each was written for another country and other',
    'promises to buyers, and nobody at Olist had been told of it: read how a rule behaves, not how good these sellers were.',
    `Olist lands no data for ${list(unmeasured.map((name) => name.toLowerCase()))}, so these hold nobody back. It has no tracking numbers either; parcels count without.`,
    'Sales that a tier asks for are asked in its currency, to the same number.',
    '',
    '### Who is spared by waiting for fresh days',
    '',
    'A raw rule acts on whoever misses a bound of the standard on an evaluation day. Here that is a watch; a notice follows if it is more than',
    'luck, and an effect only if fresh days confirm it ([fairness.md](fairness.md)). Sellers, each once. A programme without evaluation days of',
    'its own was asked every Monday. A notice may be about the bound of a better tier than the standard, for whoever holds it.',
    '',
    '| programme | evaluations | missed a bound | had a notice | confirmed | never confirmed |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...tried.map(overTheYear),
    '',
    '### The tiers on the last day',
    '',
    'By bounds alone, as the raw rule would have it, and as the evaluations of a year left them. Whoever was once given a tier keeps it while',
    'there are too few orders to judge, so that fewer sellers are not assessed.',
    '',
    '| programme | tier | bounds alone | held |',
    '| --- | --- | ---: | ---: |',
    ...tried.flatMap(onTheLastDay),
    '',
    'To measure it again: import Olist as its page says, then `npx tsx bench/olist/try-programmes.ts LANDING`, then `npm run docs`.',
    '',
  ].join('\n');
}
