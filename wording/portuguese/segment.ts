/** Which orders count, where a metric's entry does not count all of them. Names come as a list that is written. */
export const segment = {
  only: (which: string) => `Aqui só contam os pedidos ${which}`,
  or: (all: string, last: string) => `${all} ou ${last}`,
  category: { of: (names: string) => `da categoria ${names}`, not: (names: string) => `de categoria diferente de ${names}` },
  fulfilment: { seller: 'que você embala e envia', platform: 'que a plataforma embala e envia' },
  carrier_class: {
    of: (names: string) => `com transportadora da classe ${names}`,
    not: (names: string) => `com transportadora de classe diferente de ${names}`,
  },
  across: 'com destino a uma região diferente da sua',
  within: 'com destino à sua própria região',
  region: (names: string) => `com entrega em ${names}`,
};
