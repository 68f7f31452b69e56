/** What the dashboard alone says in French, a file for each page; what mails say, too, is in the catalogue beside it. */
import type { PageWords } from '../../page-words.js';
import { app } from './app.js';
import { checks } from './checks.js';
import { faultsPage } from './faults-page.js';
import { leads } from './leads.js';
import { leadsPage } from './leads-page.js';
import { mailsSaid } from './mails-said.js';
import { notSaid } from './not-said.js';
import { onboarding } from './onboarding.js';
import { overview } from './overview.js';
import { programmePage } from './programme-page.js';
import { qualityPage } from './quality.js';
import { rooms } from './rooms.js';
import { savedViews } from './saved-views.js';
import { seller } from './seller.js';
import { sellerHistory } from './seller-history.js';
import { sellers } from './sellers.js';

export const frenchPages: PageWords = {
  app,
  checks,
  faultsPage,
  leads,
  leadsPage,
  mailsSaid,
  notSaid,
  onboarding,
  overview,
  programmePage,
  qualityPage,
  rooms,
  savedViews,
  seller,
  sellerHistory,
  sellers,
};
