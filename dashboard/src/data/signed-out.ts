/** The server knows the reader no more, or lets it read no longer: 401 or 403, also for what is there. */
export class SignedOut extends Error {
  override name = 'SignedOut';
}

export const isSignedOut = (status: number): boolean => status === 401 || status === 403;
