/** Debian's Chromium, for what is measured, tested and drawn in a browser. */
import { existsSync } from 'node:fs';

const PATH = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Without the last ones, Chromium asks its maker's servers for updates and is refused, again and again. */
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** How it is started, by Playwright's launch(). */
export const chromiumHere = () => ({ executablePath: PATH, args: (process.env.CHROMIUM_FLAGS ?? FLAGS).split(' ') });

/** Why it cannot be started, and what to do; undefined where it can. */
export const chromiumMissing = (): string | undefined =>
  existsSync(PATH) ? undefined : `no ${PATH}. Install Debian's chromium, or name one with CHROMIUM=path.`;
