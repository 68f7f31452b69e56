/** What a seller's faults have in common. Numbers, rates and weekdays come written; a noun comes with what it is at fault for. */
type Noun = { many: string; fault: string };

/** `los lunes`, `los domingos`. */
const losDias = (weekday: string): string => `los ${weekday.endsWith('s') ? weekday : `${weekday}s`}`;

export const thingsToDo = {
  /** Some of the faults, */
  some: {
    carrier: (part: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Revisa el transportista ${carrier}: llevó ${part} de tus ${all} ${many} ${fault}, de un total de ${here} ${many} con él.`,
    category: (part: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Revisa la categoría ${category}: reúne ${part} de tus ${all} ${many} ${fault}, de un total de ${here} ${many} en ella.`,
    weekday: (part: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Revisa ${losDias(weekday)}: reúnen ${part} de tus ${all} ${many} ${fault}, de un total de ${here} ${many} en esos días.`,
  },
  /** or each of them. */
  each: {
    carrier: (_: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Revisa el transportista ${carrier}: llevó la totalidad de tus ${all} ${many} ${fault}, de un total de ${here} ${many} con él.`,
    category: (_: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Revisa la categoría ${category}: reúne la totalidad de tus ${all} ${many} ${fault}, de un total de ${here} ${many} en ella.`,
    weekday: (_: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Revisa ${losDias(weekday)}: reúnen la totalidad de tus ${all} ${many} ${fault}, de un total de ${here} ${many} en esos días.`,
  },
  enough: (rate: string, bound: string) => `Sin esos casos estarías en el ${rate}, dentro del estándar (${bound}).`,
  notEnough: (rate: string, bound: string) => `Sin esos casos estarías en el ${rate}, aún fuera del estándar (${bound}).`,
};
