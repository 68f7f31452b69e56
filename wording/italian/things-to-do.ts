/** What a seller's faults have in common. Numbers, rates and weekdays come written; a noun comes with what it is at fault for. */
type Noun = { many: string; fault: string };

/** `il lunedì`, `la domenica`. */
const ilGiorno = (weekday: string): string => `${weekday === 'domenica' ? 'la' : 'il'} ${weekday}`;

export const thingsToDo = {
  /** Some of the faults, */
  some: {
    carrier: (part: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Controlla il corriere ${carrier}: ha gestito ${part} su ${all} ${many} ${fault}, su un totale di ${here} ${many} con questo corriere.`,
    category: (part: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Controlla la categoria ${category}: vi rientrano ${part} su ${all} ${many} ${fault}, su un totale di ${here} ${many} in questa categoria.`,
    weekday: (part: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Controlla ${ilGiorno(weekday)}: vi cadono ${part} su ${all} ${many} ${fault}, su un totale di ${here} ${many} in quel giorno.`,
  },
  /** or each of them. */
  each: {
    carrier: (_: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Controlla il corriere ${carrier}: ha gestito la totalità dei casi, ${all} ${many} ${fault}, su un totale di ${here} ${many} con questo corriere.`,
    category: (_: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Controlla la categoria ${category}: vi rientra la totalità dei casi, ${all} ${many} ${fault}, su un totale di ${here} ${many} in questa categoria.`,
    weekday: (_: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Controlla ${ilGiorno(weekday)}: vi cade la totalità dei casi, ${all} ${many} ${fault}, su un totale di ${here} ${many} in quel giorno.`,
  },
  enough: (rate: string, bound: string) => `Senza questi il tuo tasso sarebbe ${rate}, entro lo standard (${bound}).`,
  notEnough: (rate: string, bound: string) =>
    `Senza questi il tuo tasso sarebbe ${rate}, ancora fuori dallo standard (${bound}).`,
};
