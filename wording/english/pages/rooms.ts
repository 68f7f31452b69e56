/** What the dashboard says of how a built-in metric is judged. In English it stands in the rooms, metrics/<metric>/metric.ts; other languages write it here. */
import { ROOMS } from '../../../metrics/index.js';

type Key = (typeof ROOMS)[number]['key'];

export const rooms = Object.fromEntries(
  ROOMS.map(({ key, population, settings }) => [key, { population, final: settings.maturation_days.why }]),
) as Record<Key, { population: string; final: string }>;
