/** What a seller's faults have in common. Numbers, rates and weekdays come written; a noun comes with what it is at fault for. */
type Noun = { many: string; fault: string };

/** `a segunda-feira`, `o sábado`. */
const oDia = (weekday: string): string => `${weekday.endsWith('feira') ? 'a' : 'o'} ${weekday}`;

export const thingsToDo = {
  /** Some of the faults, */
  some: {
    carrier: (part: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Verifique a transportadora ${carrier}: ela levou ${part} de ${all} ${many} ${fault}, de um total de ${here} ${many} com ela.`,
    category: (part: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Verifique a categoria ${category}: ela reúne ${part} de ${all} ${many} ${fault}, de um total de ${here} ${many} nela.`,
    weekday: (part: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Verifique ${oDia(weekday)}: esse dia reúne ${part} de ${all} ${many} ${fault}, de um total de ${here} ${many} nele.`,
  },
  /** or each of them. */
  each: {
    carrier: (_: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Verifique a transportadora ${carrier}: ela levou a totalidade dos casos, ${all} ${many} ${fault}, de um total de ${here} ${many} com ela.`,
    category: (_: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Verifique a categoria ${category}: ela reúne a totalidade dos casos, ${all} ${many} ${fault}, de um total de ${here} ${many} nela.`,
    weekday: (_: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Verifique ${oDia(weekday)}: esse dia reúne a totalidade dos casos, ${all} ${many} ${fault}, de um total de ${here} ${many} nele.`,
  },
  enough: (rate: string, bound: string) => `Sem esses casos você estaria em ${rate}, dentro do padrão (${bound}).`,
  notEnough: (rate: string, bound: string) => `Sem esses casos você estaria em ${rate}, ainda fora do padrão (${bound}).`,
};
