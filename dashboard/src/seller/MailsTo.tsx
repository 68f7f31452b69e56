import { lazy } from 'react';
import type { Scorecard } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { OpenedLater } from '../parts/OpenedLater.js';
import { PAGE } from '../speech.js';
import './mails-said.css';

const MailsSaid = lazy(async () => ({ default: (await import('./MailsSaid.js')).MailsSaid }));

/** Opens what mails said to a seller. */
export function MailsTo({ run, card }: { run: Run; card: Scorecard }) {
  return (
    <section className="panel" aria-label={PAGE.mailsSaid.title}>
      <OpenedLater title={PAGE.mailsSaid.title} testid="mails-said" lines={6}>
        <MailsSaid run={run} card={card} />
      </OpenedLater>
    </section>
  );
}
