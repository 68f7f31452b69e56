/** Which orders count, where a metric's entry does not count all of them. Names come as a list that is written. */
export const segment = {
  only: (which: string) => `Aquí solo cuentan los pedidos ${which}`,
  /** `o` is `u` before a word that begins with an o. */
  or: (all: string, last: string) => `${all} ${/^h?[oó]/i.test(last) ? 'u' : 'o'} ${last}`,
  category: {
    of: (names: string) => `de la categoría ${names}`,
    not: (names: string) => `de una categoría distinta de ${names}`,
  },
  fulfilment: { seller: 'que preparas y envías tú', platform: 'que prepara y envía la plataforma' },
  carrier_class: {
    of: (names: string) => `con un transportista de la clase ${names}`,
    not: (names: string) => `con un transportista de una clase distinta de ${names}`,
  },
  across: 'con destino a una región distinta de la tuya',
  within: 'con destino a tu propia región',
  region: (names: string) => `con entrega en ${names}`,
};
