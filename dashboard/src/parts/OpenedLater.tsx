import { type ReactNode, useState } from 'react';
import { Reading } from './Panel.js';

/** What is read only once a reader opens it, so that opening a page stays small. `lines`: of waiting space. */
export function OpenedLater({
  title,
  testid,
  lines,
  children,
}: {
  title: string;
  testid: string;
  lines: number;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className="as-table history-of" data-testid={testid} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && <Reading lines={lines}>{children}</Reading>}
    </details>
  );
}
