import type { LeadRoom } from '../lead.js';

export const re_registration = {
  title: 'Registered again',
  says: 'an account that began after another of its family was closed or suspended: the same seller may be back',
  needs: ['identifiers', 'enforcement_actions'],
  evidence: {
    from_at: 'Action against the other account',
    to_at: 'This account began',
    amount: 'Days between',
    among: 'Accounts of the family',
  },
  twins: {
    action_lifted: 'the action against the other account was taken back',
    declared_group: 'one owner has declared both accounts',
  },
  legal_basis:
    'Contract on accounts; misuse after suspension, Regulation (EU) 2022/2065, article 23; traceability of traders, article 30 (EU)',
} as const satisfies LeadRoom;
