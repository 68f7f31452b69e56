/** The call or a file it names is wrong; the message says which and what to do. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
