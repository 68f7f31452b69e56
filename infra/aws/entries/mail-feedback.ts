import { mailFeedback } from '../../../lambdas/mail-feedback/handler.js';
import { theStore } from '../parts/stores.js';

export const handler = mailFeedback({ store: theStore() });
