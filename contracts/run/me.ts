/** What a page asks first, at `me.json`: who reads it. Nothing is secret in it, and nothing is allowed by it. */
export interface Me {
  /** As the sign-in knows the reader; absent where nobody signs in. */
  name?: string;
  /** Regions, or ALL alone for leadership. */
  places: string[];
  /** Where the store lies for a place, relative to the page; `{place}` stands for the place. */
  store: string;
  /** The address that signs out; absent where nobody signs in. */
  sign_out?: string;
}
