import { type ReactNode, useState } from 'react';
import { count } from '../format.js';
import { PAGE } from '../speech.js';
import { usePrinting } from './printing.js';

/** why 200: a page of them is read, more are looked through in a file. */
const AT_FIRST = 200;
/** why 500: as many more are drawn at once without a wait, and are a dozen sheets of paper. */
const MORE = 500;

interface BeginningProps<Row> {
  rows: readonly Row[];
  /** What they are, for tests: `faults`. */
  of: string;
  children(shown: Row[]): ReactNode;
}

/** The beginning of a long list, and what shows more of it. */
export function Beginning<Row>({ rows, of, children }: BeginningProps<Row>) {
  const [unfolded, setUnfolded] = useState(AT_FIRST);
  const onPaper = usePrinting();
  const shown = onPaper ? MORE : unfolded;
  const rest = rows.length - shown;
  return (
    <>
      {children(rows.slice(0, shown))}
      {rest > 0 && (
        <p data-testid={`more-${of}`}>
          {onPaper ? (
            PAGE.notSaid.notPrinted(count(rest))
          ) : (
            <button type="button" className="button" onClick={() => setUnfolded(shown + MORE)} data-testid={`all-${of}`}>
              {PAGE.app.more(count(Math.min(MORE, rest)), count(rest))}
            </button>
          )}
        </p>
      )}
    </>
  );
}
