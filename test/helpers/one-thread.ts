/** Quick tests keep two cores busy with two workers: a second thread makes DuckDB's small statements dearer by a tenth, and none sooner. */
import { LIMITS } from '../../lambdas/shared/duck.js';

LIMITS.threads = 1;
