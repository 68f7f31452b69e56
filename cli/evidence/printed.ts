import type * as z from 'zod';
import { Explained } from '../../contracts/explanation.js';

/** What "explain --json" prints, read again. */
export type Printed = z.infer<typeof Explained>;

/** What it prints of what "explain" found: moments are texts, as in a file. */
export const printedOf = (found: unknown): Printed => JSON.parse(JSON.stringify(Explained.parse(found))) as Printed;
