import type { Policies } from './policy.js';

/** Of policies what every reader may know, and what stands for their texts in other languages: no page needs the addresses of those who are mailed. */
export type ReadersPolicies = Pick<Policies, 'regions' | 'metrics' | 'programmes' | 'waiting' | 'carrier_classes' | 'texts'>;
