/** The server knows the reader no more, or lets it read no longer: 401 or 403, also for what is there. */
export class SignedOut extends Error {
  override name = 'SignedOut';
  /** The address that signs in, where there is one; else loading the page anew does. */
  readonly signIn: string | undefined;
  constructor(what: string, { signIn, ...options }: ErrorOptions & { signIn?: string | undefined } = {}) {
    super(what, options);
    this.signIn = signIn;
  }
}

export const isSignedOut = (status: number): boolean => status === 401 || status === 403;
