/** What a programme forgives by itself. */
import type { Words } from '../words.js';

export const reasons: Words['reliefs']['reasons'] = {
  peak: 'verspätet, aber innerhalb der Stunden, die in Spitzenzeiten zusätzlich gewährt werden',
  same_buyer: 'eine von mehreren desselben Käufers, die als eine zählen',
  same_buyer_and_day: 'eine von mehreren desselben Käufers an einem Tag, die als eine zählen',
  same_day_and_reason: 'eine von mehreren eines Tages aus demselben Grund, die als eine zählen',
};

export const foldedInto: Words['reliefs']['foldedInto'] = (order) => `mit ${order} zusammen gezählt`;

export const alike: Words['reliefs']['alike'] = {
  buyer: 'desselben Käufers zählen als eine; die neueste steht für die anderen',
  buyer_and_day: 'desselben Käufers an einem Tag zählen als eine',
  day_and_reason: 'eines Tages aus demselben Grund zählen als eine',
};
