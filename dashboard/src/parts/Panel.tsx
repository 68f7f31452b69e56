import { Component, type ReactNode, Suspense, useId } from 'react';
import { DatasetMissing, forgetFailures } from '../data/run.js';
import { SignedOut } from '../data/signed-out.js';
import { PAGE, WORDS } from '../speech.js';

interface PanelProps {
  title: string;
  /** One line under the title. */
  note?: ReactNode;
  /** Switches at the right of the title. */
  tools?: ReactNode;
  testid?: string;
  className?: string;
  /** Lines of waiting space, so that the page does not jump. */
  lines?: number;
  children: ReactNode;
}

/** A titled part of a page that waits for its own data and fails on its own. */
export function Panel({ title, note, tools, testid, className = '', lines = 4, children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id} data-testid={testid}>
      <div className="panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          {note && <p className="note">{note}</p>}
        </div>
        {tools}
      </div>
      <Reading lines={lines}>{children}</Reading>
    </section>
  );
}

/** Waits for what is inside and, when it cannot be read, says so in its place. */
export function Reading({ lines = 3, children }: { lines?: number; children: ReactNode }) {
  return (
    <Guard>
      <Suspense fallback={<Waiting lines={lines} />}>{children}</Suspense>
    </Guard>
  );
}

function Waiting({ lines }: { lines: number }) {
  return (
    <div className="waiting" role="status" aria-label={PAGE.app.reading} style={{ minHeight: `${lines * 2.25}rem` }}>
      {Array.from({ length: Math.min(lines, 6) }, (_, n) => n).map((n) => (
        <span key={n} />
      ))}
    </div>
  );
}

class Guard extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  retry = () => {
    forgetFailures();
    this.setState({ error: undefined });
  };

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    if (error instanceof SignedOut) {
      const { signedOut } = WORDS.pages;
      return (
        <div className="empty" role="alert" data-testid="part-signed-out">
          <p>{signedOut.says}</p>
          <button type="button" className="button" onClick={() => location.reload()}>
            {signedOut.again}
          </button>
        </div>
      );
    }
    if (error instanceof DatasetMissing) {
      return <Empty testid={`missing-${error.dataset}`}>{PAGE.app.notPublished(error.dataset)}</Empty>;
    }
    return (
      <div className="empty" role="alert">
        <p>{PAGE.app.failed(error.message)}</p>
        <button type="button" className="button" onClick={this.retry}>
          {PAGE.app.again}
        </button>
      </div>
    );
  }
}

/** Says that there is nothing, and why. */
export function Empty({ children, testid }: { children: ReactNode; testid?: string }) {
  return (
    <div className="empty" data-testid={testid}>
      <p>{children}</p>
    </div>
  );
}
