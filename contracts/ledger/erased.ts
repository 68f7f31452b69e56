/**
 * Which columns name a person, by the landed dataset that has them. Nothing that a night judges reads them; of all its datasets only
 * `sellers` carries one on, for mails. A test holds both.
 */
export const NAMES_SOMEBODY = { orders: 'buyer_id', sellers: 'email' } as const;

/** Stands where a seller's address was erased. why not null: a value stays a value, so that what is counted and chosen of versions stays. */
export const ERASED_ADDRESS = 'erased';
