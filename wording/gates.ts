/** What tiers ask for beside their bounds, and by which bounds they are kept, as sentences: rows of tier_gates and policy in, text out. */
import type * as z from 'zod';
import type { tierGates } from '../contracts/published/tier-gates.js';
import { GATES } from '../policies/gate-names.js';
import type { Bound, Programme, ProgrammeMetric } from '../policies/policy.js';
import type { DecisionRow } from './decision.js';
import type { Format } from './format.js';
import type { Wording } from './wording.js';

export type TierGateRow = z.infer<typeof tierGates.row>;
type Named = Pick<Programme, 'tiers'> | undefined;
type Amount = Pick<TierGateRow, 'gate' | 'currency'>;

/** `100 orders`, `£1,000.00`, `90 days`. */
function amountOf({ gate, currency }: Amount, amount: number, { words, format }: Pick<Wording, 'words' | 'format'>): string {
  if (gate === 'sales') return format.amount(amount, currency);
  return words.gates.amount[gate](amount, format.count(amount));
}

/** `100 orders in 365 days`: what a tier asks for, in a sentence that says so. */
export function gateAsked(
  { needed, window_days, ...asked }: Pick<TierGateRow, 'gate' | 'currency' | 'needed' | 'window_days'>,
  wording: Wording,
): string {
  const { words, format } = wording;
  return words.gates.asked[asked.gate](amountOf(asked, needed, wording), windowOf({ window_days }, format));
}

/** What a tier asks for, what there is of it and how much is missing; a sentence. */
export function gateNote(row: TierGateRow, programme: Named, wording: Wording): string {
  const { words, format, tierTitle } = wording;
  const say = words.gates;
  const [needed, value, missing] = [row.needed, row.value, row.missing].map((amount) => amountOf(row, amount, wording));
  const asks = say.asks[row.gate](tierTitle(programme, row.tier), needed!, windowOf(row, format));
  const left = row.met ? say.met(value!) : say.missing(value!, missing!);
  const others = row.orders_in_other_currencies ?? 0;
  const said = words.grammar.labelled(asks, left);
  return `${said}${others > 0 ? `; ${say.otherCurrencies(others, format.count(others), row.currency ?? '')}` : ''}.`;
}

const windowOf = ({ window_days }: Pick<TierGateRow, 'window_days'>, format: Format): string =>
  window_days === null ? '' : format.count(window_days);

/** As the policy has them: the best tier first, and of each what it asks for in the order of a policy's words. */
export function gatesInOrder(rows: readonly TierGateRow[], programme: Named): TierGateRow[] {
  const place = ({ tier, gate }: TierGateRow): number =>
    (programme?.tiers.findIndex(({ key }) => key === tier) ?? 0) * GATES.length + GATES.indexOf(gate);
  return rows.toSorted((a, b) => place(a) - place(b));
}

/** What the seller lacks for the tier that is shown and for the next better one. */
export function gatesAhead(rows: readonly TierGateRow[], programme: Programme, shown: string, wording: Wording): string[] {
  const at = programme.tiers.findIndex(({ key }) => key === shown);
  const near = programme.tiers.slice(Math.max(0, at - 1), at + 1).map(({ key }) => key);
  const lacking = rows.filter(({ programme: of, tier, met }) => of === programme.programme && !met && near.includes(tier));
  return gatesInOrder(lacking, programme).map((row) => gateNote(row, programme, wording));
}

/** What was asked for and what there was, of a record of a change of tier; undefined where no gate made it. */
export function gateOfRecord(
  { gate, gate_value, gate_needed, tier_before }: Pick<DecisionRow, 'gate' | 'gate_value' | 'gate_needed' | 'tier_before'>,
  programme: Named,
  wording: Wording,
): string | undefined {
  if (gate === null) return undefined;
  const currency = programme?.tiers.find(({ key }) => key === tier_before)?.asks?.sales?.currency ?? null;
  const [needed, value] = [gate_needed ?? 0, gate_value ?? 0].map((amount) => amountOf({ gate, currency }, amount, wording));
  return wording.words.gates.record(wording.tierTitle(programme, tier_before), needed!, value!);
}

/** `at most 2% to get it, at most 3% to keep it`; undefined where both are one. */
export const enterAndKeep = (bound: Bound, { words, standing }: Pick<Wording, 'words' | 'standing'>): string | undefined =>
  bound.keep && words.gates.both(standing(null, bound).goal, standing(null, { ...bound, at_most: bound.keep.at_most }).goal);

/** By tier, where to keep it takes less than to get it; a sentence each. */
export const keepNotes = (asked: ProgrammeMetric | undefined, programme: Named, wording: Wording): string[] =>
  (programme?.tiers ?? []).flatMap(({ key }) => {
    const bound = asked?.tiers[key];
    const both = bound && enterAndKeep(bound, wording);
    return both ? [`${wording.words.grammar.labelled(wording.tierTitle(programme, key), both)}.`] : [];
  });
