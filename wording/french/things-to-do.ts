/** What a seller's faults have in common. Numbers, rates and weekdays come written; a noun comes with what it is at fault for. */
import type { Words } from '../words.js';

export const thingsToDo: Words['thingsToDo'] = {
  some: {
    carrier: (part, all, { many, fault }, carrier, here) =>
      `Regardez le transporteur ${carrier} : il concentre ${part} de vos ${all} ${many} ${fault}, pour un total de ${here} ${many} avec lui.`,
    category: (part, all, { many, fault }, category, here) =>
      `Regardez la catégorie « ${category} » : elle concentre ${part} de vos ${all} ${many} ${fault}, pour un total de ${here} ${many} dans cette catégorie.`,
    weekday: (part, all, { many, fault }, weekday, here) =>
      `Regardez vos ${weekday}s : ils concentrent ${part} de vos ${all} ${many} ${fault}, pour un total de ${here} ${many} ces jours-là.`,
  },
  each: {
    carrier: (_, all, { many, fault }, carrier, here) =>
      `Regardez le transporteur ${carrier} : il concentre la totalité de vos ${all} ${many} ${fault}, pour un total de ${here} ${many} avec lui.`,
    category: (_, all, { many, fault }, category, here) =>
      `Regardez la catégorie « ${category} » : elle concentre la totalité de vos ${all} ${many} ${fault}, pour un total de ${here} ${many} dans cette catégorie.`,
    weekday: (_, all, { many, fault }, weekday, here) =>
      `Regardez vos ${weekday}s : ils concentrent la totalité de vos ${all} ${many} ${fault}, pour un total de ${here} ${many} ces jours-là.`,
  },
  enough: (rate, bound) => `Sans cela, vous seriez à ${rate}, dans les limites de l’exigence (${bound}).`,
  notEnough: (rate, bound) => `Sans cela, vous seriez à ${rate}, toujours hors des limites de l’exigence (${bound}).`,
};
