/** What IAM says of a role's statements, for rights to objects: allowed where a statement names action and object; nothing else is. */
export interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

/** As IAM compares: `*` stands for anything, slashes too, and all else for itself. */
const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 's').test(text);

/** The key patterns of a statement's resources in the bucket of the store. */
const keysOf = ({ Resource }: Statement): string[] =>
  [Resource].flat().flatMap((one) => {
    const text = JSON.stringify(one);
    const found = /-store-",\{"Ref":"AWS::AccountId"\},"\/([^"]*)"/.exec(text);
    return found ? [found[1]!] : [];
  });

const does = ({ Effect, Action }: Statement, action: string): boolean => Effect === 'Allow' && [Action].flat().includes(action);

/** Whether a role may do this to an object of the store. */
export const mayDo = (statements: readonly Statement[], action: string, key: string): boolean =>
  statements.some((one) => does(one, action) && keysOf(one).some((pattern) => matches(pattern, key)));

/** Whether a role may list what lies below a prefix of the store. */
export const mayList = (statements: readonly Statement[], prefix: string): boolean =>
  statements.some(
    (one) =>
      does(one, 's3:ListBucket') &&
      [one.Condition?.StringLike?.['s3:prefix'] ?? '*'].flat().some((pattern) => matches(String(pattern), prefix)),
  );
