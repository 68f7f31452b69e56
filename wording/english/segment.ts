/** Which orders count, where a metric's entry does not count all of them. Names come as a list that is written. */
export const segment = {
  only: (which: string) => `Only orders ${which} count here`,
  or: (all: string, last: string) => `${all} or ${last}`,
  category: { of: (names: string) => `of the category ${names}`, not: (names: string) => `of another category than ${names}` },
  fulfilment: { seller: 'that you pack and ship yourself', platform: 'that the platform packs and ships' },
  carrier_class: {
    of: (names: string) => `with a carrier of the class ${names}`,
    not: (names: string) => `with a carrier that is not of the class ${names}`,
  },
  across: 'that go to another region than your own',
  within: 'that go to your own region',
  region: (names: string) => `that are delivered to ${names}`,
};
