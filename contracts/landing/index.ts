import type { LandingContract } from '../contract.js';
import { appeals } from './appeals.js';
import { applications } from './applications.js';
import { cases } from './cases.js';
import { conversations } from './conversations.js';
import { decisions } from './decisions.js';
import { enforcementActions } from './enforcement-actions.js';
import { exemptions } from './exemptions.js';
import { identifiers } from './identifiers.js';
import { orders } from './orders.js';
import { outcomes } from './outcomes.js';
import { returns } from './returns.js';
import { reviews } from './reviews.js';
import { sellers } from './sellers.js';
import { verifications } from './verifications.js';
import { violations } from './violations.js';

const contracts = {
  orders,
  sellers,
  reviews,
  returns,
  cases,
  conversations,
  exemptions,
  outcomes,
  violations,
  decisions,
  appeals,
  applications,
  verifications,
  identifiers,
  enforcement_actions: enforcementActions,
} satisfies Record<string, LandingContract>;

export type LandingDataset = keyof typeof contracts;
/** The datasets a marketplace lands, by name. */
export const LANDING: Readonly<Record<string, LandingContract>> = contracts;
export const LANDING_DATASETS = Object.keys(contracts) as LandingDataset[];
