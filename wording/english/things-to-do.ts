/** What a seller's faults have in common. Numbers, rates and weekdays come written; a noun comes with what it is at fault for. */
type Noun = { many: string; fault: string };

export const thingsToDo = {
  carrier: (part: string, all: string, { many, fault }: Noun, carrier: string, here: string) =>
    `${part} of your ${all} ${many} ${fault} went with ${carrier}, of ${here} ${many} that it had in all.`,
  category: (part: string, all: string, { many, fault }: Noun, category: string, here: string) =>
    `${part} of your ${all} ${many} ${fault} are of the category ${category}, of ${here} ${many} that it had in all.`,
  weekday: (part: string, all: string, { many, fault }: Noun, weekday: string, here: string) =>
    `${part} of your ${all} ${many} ${fault} fall on a ${weekday}, of ${here} ${many} that those days had in all.`,
  enough: (rate: string, bound: string) => `Without these you would be at ${rate}, within the standard (${bound}).`,
  notEnough: (rate: string, bound: string) => `Without these you would be at ${rate}, still not within the standard (${bound}).`,
};
