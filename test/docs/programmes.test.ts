/** docs/programmes.md: what it says follows from the policy, and its links lead somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import TRIED from '../../bench/olist/tried-programmes.json' with { type: 'json' };
import { olistSection } from '../../docs/olist-section.js';
import { programmesPage } from '../../docs/programmes-page.js';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';

const shipped = Object.fromEntries(
  // Changed policies say other texts than those that are translated.
  Object.entries(await readPolicyFiles('policies')).filter(([name]) => !name.startsWith('texts.')),
);
const EU = 'eu-seller-standards.yaml';

/** The page of the shipped policies after changes of some files. */
function pageOf(changes: Record<string, (text: string) => string> = {}): string {
  const files = { ...shipped };
  for (const [name, change] of Object.entries(changes)) {
    files[name] = change(shipped[name] ?? '');
    expect(files[name], name).not.toBe(shipped[name]);
  }
  return programmesPage(loadPolicies(files, '2026-11-16')).replaceAll('\u00a0', ' ');
}

describe('the page of the programmes', () => {
  it('is what the shipped policies say', () => {
    const page = `${programmesPage(loadPolicies(shipped, '2026-11-16'))}\n${olistSection(TRIED)}`;
    expect(page).toBe(readFileSync('docs/programmes.md', 'utf8'));
  });

  it('every link leads to a place on it or among the metrics', () => {
    const page = pageOf({ 'second.yaml': () => shipped[EU]!.replace('programme: eu-seller-standards', 'programme: second') });
    const places = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
    expect(new Set(places).size).toBe(places.length);
    const headings = [...readFileSync('docs/metrics.md', 'utf8').matchAll(/^## (.*)$/gm)].map(([, heading]) =>
      heading!.toLowerCase().replace(/[`()]/g, '').replaceAll(' ', '-'),
    );
    const links = [...page.matchAll(/\]\((metrics\.md)?#([^)]+)\)/g)];
    expect(links).toHaveLength(28);
    for (const [, metrics, to] of links) expect(metrics ? headings : places).toContain(to);
  });

  it('says what is read beside a category, and what that does by an example', async () => {
    const pack = await readPolicyFiles('examples/programmes/short-video-shop-uk');
    const page = programmesPage(loadPolicies(pack, '2026-11-16')).replaceAll('\u00a0', ' ');
    expect(page).toContain(
      "- Late dispatch moves with what 50% of the category's shops keep to, if 30 or more can be judged: as written at 4%, no further than from 2% to 8% (goods made to order take longer).\n",
    );
    expect(page).toContain(
      "An example: Negative review gives 4 points at 1.2 %. Where 50% of your category's shops have 2.4 % or less, which is 2 times 1.2 %, you get them at 2.4 %.",
    );
  });

  it('says when sellers were told, until when it holds, and where it holds', () => {
    const page = pageOf({
      [EU]: (text) => text.replace('regions: [DE, ES, FR, GB, IE, IT]', 'regions: [DE, FR]\nuntil: 2026-12-31'),
    });
    expect(page).toContain(
      'in force from 1 Jan 2026 to 31 Dec 2026; sellers were told on 1 Dec 2025. It looks at orders to Germany and France.',
    );
  });

  it('says bounds as the policy says them, floors of buyers and days, and the longer window of whoever has few', () => {
    const page = pageOf({
      [EU]: (text) =>
        text
          .replace('at_most: 0.02', 'met_above: 0.98')
          .replace('at_most: 0.04', 'below: 0.04')
          .replace(
            '    at_least: { counted: 10,',
            '    low_volume: { fewer_than: 50, window_days: 90, why: "few" }\n    at_least: { buyers: 2, days: 3,',
          ),
    });
    expect(page).toContain('| at fault | days | Top seller | Good standing | At risk |');
    expect(page).toContain(
      '| [Late dispatch](#eu-seller-standards-late_dispatch) | 30 or 90 | above 98 % met | below 4 % | at most 8 % |',
    );
    expect(page).toContain('| tier | orders dispatched late | why |');
    expect(page).toContain('- With fewer than 50 orders counted in 30 days, 90 days count: few.');
    expect(page).toContain(
      '- Faults towards fewer than 2 different buyers meet every bound; faults on fewer than 3 different days meet every bound: ',
    );
    expect(page).toContain('| tier | orders cancelled by you, at most | why |');
  });

  it('says a window that stretches, and what is recommended, in words and at a glance', () => {
    const page = pageOf({
      [EU]: (text) =>
        text.replace(
          '    at_least: { counted: 10,',
          '    stretch: { until: 100, at_most_days: 365, why: "few" }\n    alert: { at_most: 0.03, why: "buyers notice" }\n    at_least: { counted: 10,',
        ),
    });
    expect(page).toContain('| at fault, at most | days | Top seller | Good standing | At risk | recommended |');
    expect(page).toContain('| [Late dispatch](#eu-seller-standards-late_dispatch) | 30 to 365 | 2 % | 4 % | 8 % | 3 % |');
    expect(page).toMatch(/\| \[Seller cancellation\].* \| 30 \| 1 % \| 2\.5 % \| 5 % \| {2}\|\n/);
    expect(page).toContain(
      '- Recommended: **at most 3 %** (buyers notice). No tier asks for it: your scorecard says where it is exceeded, and nothing follows from that.\n',
    );
    expect(page).toContain(
      '- With fewer than 100 orders counted in 30 days, the fewest days count that hold 100, up to 365 days: few.\n- Days count whole. The more orders you have, the fewer days count: a new one can let the oldest day out, good or bad.\n',
    );
    expect(pageOf({ [EU]: (text) => text.replace('"1.1"', '"1.2"') })).not.toMatch(/recommended|Days count whole/i);
  });

  it('says each effect of a tier with its reason, and nothing of what a tier does not change', () => {
    const of = (title: string): string => pageOf().split(`#### ${title}\n`)[1]!.split('\n#')[0]!;
    expect(of('Below standard').match(/^- .*?\*\*/gm)).toHaveLength(5);
    expect(of('Below standard')).toContain(
      '- Orders a day: **at most 50 % of your best day of the last 28** (half of the orders',
    );
    expect(of('Top seller')).not.toContain('Held back');
    const paid = pageOf({ [EU]: (text) => text.replace('reserve: { share: 0.1', 'commission: { share: 0.125') });
    expect(paid).toContain('- Commission: **12.5 % of your sales** (');
  });

  it('a programme without effects or a way to contest says none', () => {
    const page = pageOf({
      [EU]: (text) => text.replace(/^contest:\n(?: .*\n)+/m, '').replaceAll(/^ {4}effect:\n(?: {6}.*\n)+/gm, ''),
    });
    expect(page).not.toMatch(/contest|Paid out|undefined/);
    expect(page).toContain('Well below the standard; a person reviews the account before anything happens.\n\n### What is asked');
  });

  it('names as faults only what is one by the settings of the policy', () => {
    expect(pageOf()).toContain('- At fault: the first review has one star; the first review has two stars.\n');
    const stars = pageOf({
      'metrics.yaml': (text) =>
        text.replace('  negative_review:', '  negative_review:\n    stars_at_most: { value: 1, why: "a shrug" }'),
    });
    expect(stars).toContain('- At fault: the first review has one star.\n');
    const parts = pageOf({
      'metrics.yaml': (text) =>
        text.replace('  order_defect:', '  order_defect:\n    parts: { value: [negative_review], why: "alone" }'),
    });
    expect(parts).toContain('- At fault: the order has a negative first review.\n');
    const platform = pageOf({
      'metrics.yaml': (text) =>
        text.replace(
          '\n  late_dispatch:\n',
          '\n  late_dispatch:\n    platform_fulfilled: { value: counts_as_met, why: "all of them" }\n',
        ),
    });
    expect(platform).toContain('- Left out: cancelled before it had to be shipped.\n');
  });

  it('says of what is forgiven whether it counts as met', () => {
    const page = pageOf({
      'metrics.yaml': (text) => text.replace('counts_as_met: [carrier_delay]', 'counts_as_met: [force_majeure, strike]'),
    });
    expect(page).toContain(
      '- Forgiven, and counts as met: force majeure; strike.\n- Forgiven, and left out: handed over in time, so the carrier was late.\n',
    );
    expect(pageOf()).toContain('- Forgiven, and counts as met: handed over in time, so the carrier was late.\n');
  });

  it('says what counts as dispatched, region by region where they differ', () => {
    expect(pageOf()).toContain('An order is dispatched when the carrier scans it for the first time.\n');
    const page = pageOf({ 'regions.yaml': (text) => text.replace('milestone: first_scan', 'milestone: confirmed') });
    expect(page).toContain(
      'An order is dispatched when you confirm that you have sent it (Germany), or when the carrier scans it for the first time (Spain, France, ',
    );
  });

  it('a metric of the marketplace’s own is told by its words', () => {
    const page = pageOf({
      'metrics.yaml': (text) =>
        `${text}  damaged:\n    title: Damaged parcels\n    maturation_days: { value: 5, why: "photos" }\n    why: "packing"\n    advice: "Pack well."\n`,
      [EU]: (text) =>
        text.replace(
          'metrics:\n',
          'metrics:\n  damaged:\n    window_days: 30\n    why: "a month"\n    at_least: { faults: 2, why: "one is nobody’s habit" }\n    tiers: { top: { at_most: 0.01, why: "abc" }, good: { at_most: 0.02, why: "abc" }, at_risk: { at_most: 0.03, why: "abc" } }\n',
        ),
    });
    expect(page).toContain(
      '- Counted: orders, of the 30 days that ended 5 days before the night; later ones are not final yet.\n- Fewer than 2 at fault meet every bound: one is nobody’s habit.\n- What to do: Pack well.\n\n',
    );
  });

  it('says what gives points, on how many days they count, and what so many mean', () => {
    const points = `points:
  why: "violations weigh more together"
  expire_after_days: { value: 90, why: "a quarter" }
  rating: { starts_at: 200, at_most: 999, earned: { points: 4, per_orders: 50, why: "orders show" }, why: "as others" }
  violations:
    rules: { counterfeit: { points: 48, why: "deceives buyers" } }
    severities: { low: { points: 1, why: "a slip" } }
    other: landed
    why: "the notice says"
  looked_at: { every: monday, why: "a week" }
  missed_metrics: { late_dispatch: { points: 2, why: "a bad week" } }
  milestones:
    - { at: 150, title: Warned, means: "A warning", caps_at: good, why: "early" }
    - { at: 99, title: Closed, means: "The end", effect: { in_words: "Not shown", visibility: hidden }, why: "late" }
`;
    const page = pageOf({
      [EU]: (text) =>
        text
          .replace(/^evaluation:\n(?: .*\n)+/m, points)
          .replace('  late_dispatch:\n    window_days: 30', '  late_dispatch:\n    window_days: 7'),
    });
    expect(page.split('### Points\n')[1]!.split('\n### ')[0]).toBe(`
Violations weigh more together.

| for | points | why |
| --- | ---: | --- |
| counterfeit | 48 | deceives buyers |
| any other rule, severity low | 1 | a slip |
| any other rule | as the notice says | the notice says |
| Late dispatch above the standard | 2 | a bad week |

- They count on 90 days: the day on which they are given and 89 more, unless the notice names an earlier end (a quarter).
- Metrics are looked at every Monday, and give points on that day alone.
- What is withdrawn gives no points, from the next night on.
- Your rating starts at 200, and points are taken from it (as others); each 50 orders of the last 90 days add 4, up to a rating of 999 (orders show).

| rating, at most | | what it means | why |
| ---: | --- | --- | --- |
| 150 | **Warned** | A warning. Your tier is at most Good standing. | early |
| 99 | **Closed** | The end. Not shown. Your listings in search: **not shown**. | late |
`);
  });
});

describe('what the programmes make of real orders', () => {
  it('names every programme that is shipped, as an example too', () => {
    const packs = readdirSync('examples/programmes', { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(TRIED.map(({ programme }) => programme)).toEqual(['eu-seller-standards', ...packs.map(({ name }) => name).sort()]);
  });

  it('counts nobody twice: whoever has no tier is not assessed, and whoever was confirmed had a notice', () => {
    for (const { sellers, tiers, missed, noticed, confirmed } of TRIED) {
      for (const by of ['by_bounds', 'held'] as const)
        expect(tiers.reduce((sum, tier) => sum + tier[by], 0)).toBeLessThanOrEqual(sellers);
      expect(missed).toBeGreaterThanOrEqual(confirmed);
      expect(noticed).toBeGreaterThanOrEqual(confirmed);
    }
  });
});
