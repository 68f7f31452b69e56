/** What a seller's faults have in common. Numbers, rates and weekdays come written; a noun comes with what it is at fault for. */
type Noun = { many: string; fault: string };

export const thingsToDo = {
  /** Some of the faults, */
  some: {
    carrier: (part: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Look at ${carrier}: ${part} of your ${all} ${many} ${fault} went with it, of ${here} ${many} that it had in all.`,
    category: (part: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Look at the category ${category}: it has ${part} of your ${all} ${many} ${fault}, of ${here} ${many} in all.`,
    weekday: (part: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Look at your ${weekday}s: ${part} of your ${all} ${many} ${fault} fall on one, of ${here} ${many} in all.`,
  },
  /** or each of them. */
  each: {
    carrier: (_: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
      `Look at ${carrier}: all of your ${all} ${many} ${fault} went with it, of ${here} ${many} that it had in all.`,
    category: (_: string, all: string, { many, fault }: Noun, category: string, here: string) =>
      `Look at the category ${category}: it has all of your ${all} ${many} ${fault}, of ${here} ${many} in all.`,
    weekday: (_: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
      `Look at your ${weekday}s: all of your ${all} ${many} ${fault} fall on one, of ${here} ${many} in all.`,
  },
  enough: (rate: string, bound: string) => `Without these you would be at ${rate}, within the standard (${bound}).`,
  notEnough: (rate: string, bound: string) => `Without these you would be at ${rate}, still not within the standard (${bound}).`,
};
