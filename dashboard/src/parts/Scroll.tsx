import type { ReactNode } from 'react';
import { keepsPlace } from '../arrival.js';

/** A table wider (or, `tall`, longer) than its panel. Scrolls by itself, by keyboard too. */
export function Scroll({ label, tall, children }: { label: string; tall?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields are grouped; and a section would be one more landmark in the panel that it fills
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={`scroll-x ${tall ? 'scroll-y' : ''}`} role="group" tabIndex={0} aria-label={label} {...keepsPlace(label)}>
      {children}
    </div>
  );
}
