/** What a tier asks for beside its bounds: orders, sales and time. */
import * as z from 'zod';
import { decimalsOf, isCurrency } from '../contracts/currencies.js';
import { gatesOf } from './for-pages.js';
import { GATES, type GateName } from './gate-names.js';
import type { PolicyFile } from './policy-file.js';
import { why, windowDays } from './values.js';

/** why a billion: no seller has so many of anything. */
const MOST = 1_000_000_000;
const positive = z.number().gt(0, 'asks for nothing; write more than 0, or take it out').max(MOST, 'needs at most a billion');
const whole = positive.int('needs a whole number');
const currency = z.string().refine(isCurrency, {
  error: ({ input }) => `${String(input)} is not a currency of ISO 4217; write a code such as EUR`,
});

export const AsksYaml = z
  .strictObject({
    orders: z.strictObject({ at_least: whole, window_days: windowDays, why }).optional(),
    sales: z.strictObject({ at_least: positive, currency, window_days: windowDays, why }).optional(),
    days_selling: z.strictObject({ at_least: whole, why }).optional(),
  })
  .refine((asks) => Object.keys(asks).length > 0, 'asks for nothing; add orders, sales or days_selling, or take it out');

export type Asks = z.output<typeof AsksYaml>;

interface Asking {
  tiers: readonly { key: string; asks?: Asks | undefined }[];
  standard: string;
  currencies: readonly string[];
}

/** Refuses gates where they would keep sellers out of the standard, and those that a better tier does not ask for too. */
export function checkGates(file: PolicyFile, { tiers, standard, currencies }: Asking): void {
  const standardAt = tiers.findIndex(({ key }) => key === standard);
  for (const [at, { key, asks }] of tiers.entries()) {
    if (!asks) continue;
    const path = ['tiers', at, 'asks'];
    if (at === tiers.length - 1) file.refuse(path, `${key} is the last tier, for whoever meets nothing; take it out`);
    else if (standardAt >= 0 && at >= standardAt)
      file.refuse(
        path,
        `few orders or little time put nobody below the standard (${standard}), and ${key} is no better; take it out, or say in assessable from how many orders on anybody is judged`,
      );
    else checkSales(file, path, asks, currencies);
    for (const [above, better] of tiers.slice(0, at).entries())
      for (const gate of GATES) checkNested(file, { path: [...path, gate], key, gate, asks }, { ...better, at: above });
  }
}

function checkSales(file: PolicyFile, path: readonly PropertyKey[], { sales }: Asks, currencies: readonly string[]): void {
  if (!sales) return;
  if (currencies.length > 0 && !currencies.includes(sales.currency))
    file.refuse(
      [...path, 'sales', 'currency'],
      `${sales.currency} is the currency of none of its regions (${currencies.join(', ')}), so that nobody could ever sell as much; write one of them`,
    );
  const minor = sales.at_least * 10 ** decimalsOf(sales.currency);
  if (Math.abs(minor - Math.round(minor)) > 1e-6)
    file.refuse([...path, 'sales', 'at_least'], `${sales.at_least} is finer than ${sales.currency} can be paid in; round it`);
}

/** Whoever has what a better tier asks for has what this one asks for. */
function checkNested(
  file: PolicyFile,
  { path, key, gate, asks }: { path: readonly PropertyKey[]; key: string; gate: GateName; asks: Asks },
  better: { key: string; at: number; asks?: Asks | undefined },
): void {
  const here = gatesOf(asks).find((one) => one.gate === gate);
  if (!here) return;
  const above = gatesOf(better.asks).find((one) => one.gate === gate);
  const line = file.lineOf(['tiers', better.at, ...(above ? ['asks', gate] : ['key'])]);
  if (!above) {
    file.refuse(path, `${better.key} above it (line ${line}) does not ask for ${gate}; write it there too, or take it out`);
    return;
  }
  const asked = (one: GateName, of: Asks | undefined): number => of![one]!.at_least;
  if (here.currency !== above.currency)
    file.refuse(
      [...path, 'currency'],
      `${here.currency} is not the ${above.currency} that ${better.key} above it asks for (line ${line}); write ${above.currency}`,
    );
  else if (here.needed > above.needed)
    file.refuse(
      [...path, 'at_least'],
      `${key} (${asked(gate, asks)}) is stricter than ${better.key} (${asked(gate, better.asks)}) above it; swap them`,
    );
  else if (here.window_days !== null && here.window_days < above.window_days!)
    file.refuse(
      [...path, 'window_days'],
      `${key} looks at ${here.window_days} days and ${better.key} above it at ${above.window_days} (line ${line}), so that whoever has enough for ${better.key} might not have it for ${key}; write ${above.window_days} or more`,
    );
}
