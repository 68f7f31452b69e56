/** Which orders count, where a metric's entry does not count all of them. Names come as a list that is written. */
import type { Words } from '../words.js';

export const segment: Words['segment'] = {
  only: (which) => `Seules comptent ici les commandes ${which}`,
  or: (all, last) => `${all} ou ${last}`,
  category: {
    of: (names) => `de la catégorie ${names}`,
    not: (names) => `d’une autre catégorie que ${names}`,
  },
  fulfilment: {
    seller: 'que vous emballez et expédiez vous-même',
    platform: 'que la plateforme emballe et expédie',
  },
  carrier_class: {
    of: (names) => `confiées à un transporteur de la classe ${names}`,
    not: (names) => `confiées à un transporteur hors de la classe ${names}`,
  },
  across: 'à destination d’une autre région que la vôtre',
  within: 'à destination de votre propre région',
  region: (names) => `livrées dans la région ${names}`,
};
