import { lazy } from 'react';
import type { Scorecard } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { OpenedLater } from '../parts/OpenedLater.js';
import { PAGE } from '../speech.js';

const History = lazy(async () => ({ default: (await import('./History.js')).History }));

/** Opens a card's history. why not at once: most readers look at tonight. */
export function HistoryOf({ run, card }: { run: Run; card: Scorecard }) {
  return (
    <OpenedLater title={PAGE.sellerHistory.title} testid={`history-of-${card.programme}`} lines={8}>
      <History run={run} card={card} />
    </OpenedLater>
  );
}
