import type { Catalog } from '../../lambdas/shared/catalog.js';

/** On a laptop a dataset is read from its files; there is no table of it. */
export const NO_CATALOG: Catalog = { point: async () => {} };
