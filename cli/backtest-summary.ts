import type { BacktestReport } from '../contracts/backtest.js';
import { format, inOrder, movedIn, namesOf, sellersIn, tierTitled, versionsOf } from '../pages/backtest-words.js';
import { table } from './table.js';

type From = BacktestReport['computed_from'];

/** What a person needs of a backtest on a terminal; the page has the rest. */
export function backtestSummary({ computed_from, moves, over_time, affected_sellers, cannot_know }: BacktestReport): string {
  const { policy, against, from, to, run_id, orders } = computed_from;
  const names = namesOf({ policy, against });
  const beside = against ? `beside ${names.against}` : 'beside no other programme';
  const { policy: over } = over_time;
  return [
    `${names.policy} ${beside}: ${format.day(from)} to ${format.day(to)}, ${format.many(policy.evaluation_days.length, 'evaluation day')}, ${format.many(orders, 'order')}, outcomes as run ${run_id} judges them today`,
    '',
    tiersTable(moves[0], computed_from),
    '',
    against
      ? `In another tier on ${format.day(to)}: ${format.many(affected_sellers, 'seller')}${lowerAndHigher(moves[0], computed_from)}`
      : `Below the standard on ${format.day(to)}: ${format.many(affected_sellers, 'seller')}`,
    `A bound missed on some evaluation day: ${format.many(over.missed, 'seller')}${policy.evaluated ? `; a notice: ${format.count(over.noticed)}; confirmed: ${format.count(over.confirmed)}` : ''}; moves down: ${format.count(over.moved_down)}, up: ${format.count(over.moved_up)}; not judged: ${format.count(over.not_assessable)}`,
    `It cannot know: ${cannot_know[0]}`,
  ].join('\n');
}

function lowerAndHigher(total: BacktestReport['moves'][number] | undefined, from: From): string {
  if (!total) return '';
  const { better, worse } = movedIn(total, from);
  return worse === null || better === null ? '' : ` (${format.count(worse)} lower, ${format.count(better)} higher)`;
}

/** Sellers by the tier of the one and of the other. */
function tiersTable(total: BacktestReport['moves'][number] | undefined, from: From): string {
  const { policy, against } = from;
  if (!total) return 'No seller had orders in any window.';
  const columns = inOrder(policy, new Set(total.cells.map((cell) => cell.policy)));
  const rows = inOrder(against, new Set(total.cells.map((cell) => cell.against)));
  return table(
    [
      against ? `${versionsOf(from).against} \\ ${versionsOf(from).policy}` : '',
      ...columns.map((tier) => tierTitled(policy, tier)),
    ],
    rows.map((row) => [
      against ? tierTitled(against, row) : 'sellers',
      ...columns.map((column) => format.count(sellersIn(total, (cell) => cell.against === row && cell.policy === column))),
    ]),
  );
}
