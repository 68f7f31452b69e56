import type { ReactNode } from 'react';

/** A table wider (or, `tall`, longer) than its panel. Scrolls by itself, by keyboard too. */
export function Scroll({ label, tall, children }: { label: string; tall?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={`scroll-x ${tall ? 'scroll-y' : ''}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
