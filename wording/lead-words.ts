/** What a language says of the leads. Derived from their rooms: a new lead, column or twin without its words is no build. */
import type { LEADS, LeadRoom } from '../leads/index.js';

type Rooms = typeof LEADS;

/** The same of any lead. */
export type SaidOfLead = Omit<LeadRoom, 'needs'>;

export type LeadWords = { [Lead in keyof Rooms]: SaidOfRoom<Rooms[Lead]> };

interface SaidOfRoom<One extends LeadRoom> {
  title: string;
  /** What the orders have in common, a clause. */
  says: string;
  /** Heads of a table. */
  evidence: { [Column in keyof One['evidence']]: string };
  /** Innocent explanations, clauses. */
  twins: { [Twin in keyof One['twins']]: string };
  legal_basis: string;
}

/** The words of a room, which are the English ones. */
export const wordsOfLead = ({ title, says, evidence, twins, legal_basis }: LeadRoom): SaidOfLead => ({
  ...{ title, says, evidence, twins, legal_basis },
});
