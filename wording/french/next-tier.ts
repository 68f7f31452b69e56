/** What the way to the next tier says. Numbers and days come written. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const nextTier: Words['nextTier'] = {
  atMost: (n, shown, noun, fault) =>
    n === 0
      ? `pas d’autres ${noun.many} ${fault}`
      : `au plus ${shown} ${s(n, `autre ${noun.one}`, `autres ${noun.many}`)} ${fault}`,
  dated: (tier, day, limits, approves) =>
    `À ce rythme : niveau « ${tier} » à partir du ${day} environ${approves ? ', une fois approuvé par une personne' : ''}. Condition d’ici là : ${limits}.`,
  why: (gone, fault) => `Comptent aujourd’hui : ${fault}. Sorties de vos indicateurs d’ici là : ${gone}.`,
  undated: (tier, until, metric, allowed, fault) =>
    `À ce rythme, le niveau « ${tier} » n’est pas atteignable d’ici au ${until} : trop de cas en défaut pour « ${metric} » compteront encore à cette date (actuellement ${fault}, maximum admis : ${allowed}). Aucune date ne peut encore être donnée.`,
  heading: (tier) => `« ${tier} » vers le`,
  notBefore: (day) => `après le ${day}`,
};
