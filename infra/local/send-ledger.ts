import { STORE } from '../../contracts/run/keys.js';
import { jsonOf, ObjectDamaged } from '../../lambdas/shared/damaged.js';
import { type ObjectStore, toJson } from '../../lambdas/shared/object-store.js';
import {
  type Claim,
  keyHash,
  LedgerContradicted,
  type LedgerEntry,
  type LedgerKey,
  type SendLedger,
} from '../../lambdas/shared/send-ledger.js';

const folder = (campaign: string, period: string): string =>
  `${STORE.sendLedger}${encodeURIComponent(campaign)}/${encodeURIComponent(period)}/`;
const place = (key: LedgerKey): string => `${folder(key.campaign, key.period)}${keyHash(key)}.json`;
const named = (key: LedgerKey): string => `${key.campaign} ${key.period} ${key.recipient}`;

/** The ledger as one small JSON object per key. Works over any object store, because claiming is an exclusive create. */
export class FileLedger implements SendLedger {
  constructor(private readonly store: ObjectStore) {}

  async claim(key: LedgerKey, planId: string): Promise<Claim> {
    const { campaign, period, recipient } = key;
    const first: LedgerEntry = { campaign, period, recipient, state: 'claimed', plan_id: planId, claims: 1 };
    for (;;) {
      if (await this.store.create(place(key), toJson(first))) return 'claimed';
      const found = await this.read(key);
      if (!found) continue;
      if (found.entry.state !== 'failed') return { already: found.entry.state, entry: found.entry };
      const again: LedgerEntry = { ...first, claims: found.entry.claims + 1 };
      if (await this.store.replace(place(key), toJson(again), found.etag)) return 'claimed';
    }
  }

  markSent(key: LedgerKey, messageId: string): Promise<void> {
    return this.mark(key, { state: 'sent', message_id: messageId });
  }

  markFailed(key: LedgerKey, because: string): Promise<void> {
    return this.mark(key, { state: 'failed', because });
  }

  markInDoubt(key: LedgerKey, because: string): Promise<void> {
    return this.mark(key, { state: 'in_doubt', because });
  }

  async list(campaign: string, period: string): Promise<LedgerEntry[]> {
    const objects = await this.store.list(folder(campaign, period));
    const entries = await Promise.all(objects.map((object) => this.entryAt(object.key)));
    return entries
      .flatMap((found) => found?.entry ?? [])
      .sort((a, b) => (a.recipient < b.recipient ? -1 : a.recipient > b.recipient ? 1 : 0));
  }

  private async read(key: LedgerKey): Promise<{ entry: LedgerEntry; etag: string } | undefined> {
    return this.entryAt(place(key), key);
  }

  /** An entry that cannot be read is a doubt: its mail may have gone out. */
  private async entryAt(place: string, key?: LedgerKey): Promise<{ entry: LedgerEntry; etag: string } | undefined> {
    const found = await this.store.read(place);
    if (!found) return undefined;
    try {
      return { entry: jsonOf<LedgerEntry>(place, found.body), etag: found.etag };
    } catch (error) {
      if (!(error instanceof ObjectDamaged)) throw error;
      const { campaign, period, recipient } = key ?? { campaign: '', period: '', recipient: place };
      const because = error.message;
      return { entry: { campaign, period, recipient, state: 'in_doubt', plan_id: '', claims: 1, because }, etag: found.etag };
    }
  }

  private async mark(key: LedgerKey, outcome: Pick<LedgerEntry, 'state' | 'message_id' | 'because'>): Promise<void> {
    for (;;) {
      const found = await this.read(key);
      if (!found) throw new LedgerContradicted(`${named(key)}: marked ${outcome.state} but never claimed`);
      const { entry } = found;
      if (entry.state === 'sent' && (outcome.state !== 'sent' || entry.message_id !== outcome.message_id))
        throw new LedgerContradicted(`${named(key)}: already sent as ${entry.message_id}; cannot become ${outcome.state}`);
      const { campaign, period, recipient, plan_id, claims } = entry;
      const marked: LedgerEntry = { campaign, period, recipient, plan_id, claims, ...outcome };
      if (await this.store.replace(place(key), toJson(marked), found.etag)) return;
    }
  }
}
