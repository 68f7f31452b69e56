import { STORE } from '../../../contracts/run/keys.js';
import type { ObjectStore } from '../../../lambdas/shared/object-store.js';
import type { Person } from './person.js';

/** Objects of one prefix that may name a person. */
export interface Place {
  place: string;
  parquet: string[];
  /** Rejected rows, one JSON record a line. */
  rejected: string[];
  texts: string[];
}

const TEXT = /\.(json|jsonl|html|eml|sql)$/;

/**
 * Where a store may name a person: accepted and rejected rows of the dataset that does; of sellers also the runs, what readers see
 * of them, what mails say, and what became of those; and all the same where doctor has put it aside.
 */
export async function placesOf(store: ObjectStore, { dataset }: Pick<Person, 'dataset'>): Promise<Place[]> {
  const accepted = `${STORE.accepted}${dataset}/`;
  const quarantine = `${STORE.quarantine}${dataset}/`;
  const others = dataset === 'sellers' ? [STORE.runs, STORE.published, STORE.outbox, STORE.sendLedger, STORE.preferences] : [];
  const places: Place[] = [];
  for (const place of [accepted, quarantine, ...others, STORE.damaged]) {
    const keys = (await store.list(place)).map(({ key }) => key);
    const ofDataset = keys.filter((key) => key.includes(`/${dataset}/`));
    const rejected = ofDataset.filter((key) => key.includes(STORE.quarantine) && key.endsWith('.jsonl'));
    places.push({
      place,
      parquet: ofDataset.filter((key) => key.endsWith('.parquet')),
      rejected,
      texts: dataset === 'sellers' ? keys.filter((key) => TEXT.test(key) && !rejected.includes(key)) : [],
    });
  }
  return places;
}
