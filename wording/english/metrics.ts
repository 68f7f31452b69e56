/** The built-in metrics. In English their words stand in their rooms, metrics/<metric>/metric.ts; other languages write them here. */
import { ROOMS } from '../../metrics/index.js';
import { type MetricWords, wordsOfRoom } from '../metric-words.js';

export const metrics = Object.fromEntries(ROOMS.map((room) => [room.key, wordsOfRoom(room)])) as unknown as MetricWords;
