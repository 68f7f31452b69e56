/** What a seller's faults have in common. Numbers, rates and weekdays come written; a noun comes with what it is at fault for. */
type Noun = { many: string; fault: string };

export const thingsToDo = {
  /** Some of the faults, */
  some: {
    carrier: (part: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Verifique a transportadora ${carrier}: ela levou ${part} dos seus ${all} ${many} ${fault}, de um total de ${here} com ela.`,
    category: (part: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Verifique a categoria ${category}: ela reúne ${part} dos seus ${all} ${many} ${fault}, de um total de ${here} nela.`,
    weekday: (part: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Verifique este dia da semana, ${weekday}: ele reúne ${part} dos seus ${all} ${many} ${fault}, de um total de ${here} nesse dia.`,
  },
  /** or each of them. */
  each: {
    carrier: (_: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Verifique a transportadora ${carrier}: ela levou ${all} dos seus ${all} ${many} ${fault}, de um total de ${here} com ela.`,
    category: (_: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Verifique a categoria ${category}: ela reúne ${all} dos seus ${all} ${many} ${fault}, de um total de ${here} nela.`,
    weekday: (_: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Verifique este dia da semana, ${weekday}: ele reúne ${all} dos seus ${all} ${many} ${fault}, de um total de ${here} nesse dia.`,
  },
  enough: (rate: string, bound: string) => `Sem esses casos você estaria em ${rate}, dentro do padrão (${bound}).`,
  notEnough: (rate: string, bound: string) => `Sem esses casos você estaria em ${rate}, ainda fora do padrão (${bound}).`,
};
