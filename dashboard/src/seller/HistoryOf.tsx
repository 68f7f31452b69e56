import { lazy, useState } from 'react';
import type { Scorecard } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { Reading } from '../parts/Panel.js';
import { PAGE } from '../speech.js';

const say = PAGE.sellerHistory;

const History = lazy(async () => ({ default: (await import('./History.js')).History }));

/** Opens a card's history. why not at once: most readers look at tonight, and opening a seller stays small. */
export function HistoryOf({ run, card }: { run: Run; card: Scorecard }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="as-table history-of"
      data-testid={`history-of-${card.programme}`}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{say.title}</summary>
      {open && (
        <Reading lines={8}>
          <History run={run} card={card} />
        </Reading>
      )}
    </details>
  );
}
