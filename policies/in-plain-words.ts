/** What a schema finds wrong, for whoever wrote the policy: what was found, and what to write instead. */
import type * as z from 'zod';
import { didYouMean } from './nearest.js';

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  null: 'nothing',
  // what a schema that takes text and numbers calls itself
  nonoptional: 'text',
};
const kind = (name: string): string => KINDS[name] ?? name;

/** What stands in the file, short enough for a line. */
function found(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'keys with values';
  const text = typeof input === 'number' ? String(input) : JSON.stringify(input);
  // why 40: enough to find it again.
  return text.length > 40 ? `${text.slice(0, 40)}…"` : text;
}

function bound({ origin, input }: { origin: string; input?: unknown }, least: boolean, at: bigint): string {
  const side = least ? 'at least' : 'at most';
  if (origin === 'string')
    return least && at === 1n ? 'is empty; write something' : `needs ${side} ${at} ${at === 1n ? 'letter' : 'letters'}`;
  if (origin === 'array') return `needs ${side} ${at} ${at === 1n ? 'entry' : 'entries'}`;
  return `needs ${side} ${at}, not ${found(input)}`;
}

/** For `safeParse`: schemas that say themselves what is wrong come first. */
export const inPlainWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `is missing; add it (${kind(issue.expected)})`;
      return `needs ${kind(issue.expected)}, not ${found(issue.input)}`;
    case 'invalid_value':
      return typeof issue.input === 'string' && issue.values.length > 1
        ? `${found(issue.input)} is not known here; ${didYouMean(issue.input, issue.values.map(String))}`
        : `needs ${issue.values.map(String).join(' or ')}, not ${found(issue.input)}`;
    case 'too_small':
      return bound(issue, true, BigInt(Math.ceil(Number(issue.minimum))));
    case 'too_big':
      return bound(issue, false, BigInt(Math.floor(Number(issue.maximum))));
    case 'invalid_format':
      return `${found(issue.input)} does not have the form ${issue.pattern ?? issue.format}`;
    case 'invalid_union':
      return `${found(issue.input)} does not fit here; see README, "Write your own policy"`;
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).join('; ');
    default:
      return undefined;
  }
};

/** Whether a key is known only for what is said of it: it may not be there. */
function isNever(schema: z.core.$ZodType): boolean {
  const { type, innerType } = schema._zod.def as { type: string; innerType?: z.core.$ZodType };
  return innerType ? isNever(innerType) : type === 'undefined';
}

/** The keys that a schema knows at a path; none where any key may stand. */
export function keysKnown(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = (schema as z.ZodType)._zod as unknown as {
    def: {
      type: string;
      keyType?: { _zod: { def: { entries?: Record<string, string> } } };
      shape?: Record<string, z.core.$ZodType>;
      valueType?: z.core.$ZodType;
      element?: z.core.$ZodType;
      innerType?: z.core.$ZodType;
      options?: readonly z.core.$ZodType[];
    };
  };
  if (def.innerType) return keysKnown(def.innerType, path);
  if (def.options) return def.options.flatMap((option) => keysKnown(option, path));
  const [first, ...rest] = path;
  if (first === undefined && def.shape) return Object.keys(def.shape).filter((key) => !isNever(def.shape![key]!));
  if (first === undefined) return Object.values(def.keyType?._zod.def.entries ?? {});
  const within = def.element ?? def.valueType ?? new Map(Object.entries(def.shape ?? {})).get(String(first));
  return within ? keysKnown(within, rest) : [];
}
