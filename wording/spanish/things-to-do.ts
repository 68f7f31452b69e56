/** What a seller's faults have in common. Numbers, rates and weekdays come written; a noun comes with what it is at fault for. */
type Noun = { many: string; fault: string };

export const thingsToDo = {
  /** Some of the faults, */
  some: {
    carrier: (part: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Revisa el transportista ${carrier}: llevó ${part} de tus ${all} ${many} ${fault}, de un total suyo de ${here}.`,
    category: (part: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Revisa la categoría ${category}: reúne ${part} de tus ${all} ${many} ${fault}, de un total suyo de ${here}.`,
    weekday: (part: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Revisa este día de la semana, el ${weekday}: reúne ${part} de tus ${all} ${many} ${fault}, de un total suyo de ${here}.`,
  },
  /** or each of them. */
  each: {
    carrier: (_: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Revisa el transportista ${carrier}: llevó ${all} de tus ${all} ${many} ${fault}, de un total suyo de ${here}.`,
    category: (_: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Revisa la categoría ${category}: reúne ${all} de tus ${all} ${many} ${fault}, de un total suyo de ${here}.`,
    weekday: (_: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Revisa este día de la semana, el ${weekday}: reúne ${all} de tus ${all} ${many} ${fault}, de un total suyo de ${here}.`,
  },
  enough: (rate: string, bound: string) => `Sin esos casos estarías en el ${rate}, dentro del estándar (${bound}).`,
  notEnough: (rate: string, bound: string) => `Sin esos casos estarías en el ${rate}, aún fuera del estándar (${bound}).`,
};
