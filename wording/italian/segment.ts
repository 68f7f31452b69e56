/** Which orders count, where a metric's entry does not count all of them. Names come as a list that is written. */
export const segment = {
  only: (which: string) => `Qui contano solo gli ordini ${which}`,
  or: (all: string, last: string) => `${all} o ${last}`,
  category: { of: (names: string) => `di categoria ${names}`, not: (names: string) => `di categoria diversa da ${names}` },
  fulfilment: { seller: 'che prepari e spedisci tu', platform: 'preparati e spediti dalla piattaforma' },
  carrier_class: {
    of: (names: string) => `con un corriere di classe ${names}`,
    not: (names: string) => `con un corriere di classe diversa da ${names}`,
  },
  across: 'destinati a una regione diversa dalla tua',
  within: 'destinati alla tua regione',
  region: (names: string) => `con destinazione ${names}`,
};
