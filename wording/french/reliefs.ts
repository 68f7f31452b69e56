/** What a programme forgives by itself. */
import type { Words } from '../words.js';

export const reasons: Words['reliefs']['reasons'] = {
  peak: 'retard dans la limite des heures accordées en période de pointe',
  same_buyer: 'une parmi plusieurs du même acheteur, qui comptent pour une seule',
  same_buyer_and_day: 'une parmi plusieurs du même acheteur le même jour, qui comptent pour une seule',
  same_day_and_reason: 'une parmi plusieurs du même jour pour la même raison, qui comptent pour une seule',
};

export const foldedInto: Words['reliefs']['foldedInto'] = (order) => `comptée avec ${order}`;

export const alike: Words['reliefs']['alike'] = {
  buyer: 'du même acheteur comptent pour un ; le plus récent vaut pour les autres',
  buyer_and_day: 'du même acheteur le même jour comptent pour un',
  day_and_reason: 'du même jour pour la même raison comptent pour un',
};
