/** What a seller's faults have in common. Numbers, rates and weekdays come written; a noun comes with what it is at fault for. */
type Noun = { many: string; fault: string };

export const thingsToDo = {
  /** Some of the faults, */
  some: {
    carrier: (part: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Controlla il corriere ${carrier}: ha gestito ${part} su ${all} ${many} ${fault}, su un suo totale di ${here}.`,
    category: (part: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Controlla la categoria ${category}: vi rientrano ${part} su ${all} ${many} ${fault}, su un suo totale di ${here}.`,
    weekday: (part: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Controlla questo giorno della settimana, ${weekday}: vi cadono ${part} su ${all} ${many} ${fault}, su un suo totale di ${here}.`,
  },
  /** or each of them. */
  each: {
    carrier: (_: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Controlla il corriere ${carrier}: ha gestito ${all} su ${all} ${many} ${fault}, su un suo totale di ${here}.`,
    category: (_: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Controlla la categoria ${category}: vi rientrano ${all} su ${all} ${many} ${fault}, su un suo totale di ${here}.`,
    weekday: (_: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Controlla questo giorno della settimana, ${weekday}: vi cadono ${all} su ${all} ${many} ${fault}, su un suo totale di ${here}.`,
  },
  enough: (rate: string, bound: string) => `Senza questi il tuo tasso sarebbe ${rate}, entro lo standard (${bound}).`,
  notEnough: (rate: string, bound: string) =>
    `Senza questi il tuo tasso sarebbe ${rate}, ancora fuori dallo standard (${bound}).`,
};
