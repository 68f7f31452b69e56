/** What pages say to readers about who may see what. Regions come by their names. */
import type { Words } from '../words.js';

export const readers: Words['readers'] = {
  own: (region) =>
    `Was das Team der Region ${region} sieht: seine Bestellungen und alles von den Verkäufern, die dort zu Hause sind; von anderen, die dort verkaufen, die Stufe und diese Bestellungen. Andere Regionen und Summen über alle fehlen.`,
  elsewhere: (region) => `Zu Hause in der Region ${region}: Was hinter der Stufe steht, liest das Team dort.`,
  nowhere: 'Noch nirgends zu Hause: Was hinter der Stufe steht, liest die Leitung.',
  notHere: 'nicht für Regionen veröffentlicht',
  warnings: 'Was die Prüfungen einer Nacht gefunden haben, betrifft alle Regionen zusammen; die Leitung liest es.',
  signOut: 'Abmelden',
  nothing: {
    title: 'Hier gibt es für Sie nichts zu lesen',
    says: 'Sie sind angemeldet, gehören aber zu keiner Gruppe, die eine Region liest. Bitten Sie die Betreiber der Auswertung, Sie in Ihre Gruppe aufzunehmen.',
  },
  notYet: {
    title: 'Dieser Lauf lässt sich hier nicht lesen',
    says: 'Er wurde von einer früheren Version der Auswertung veröffentlicht. Die nächste Nacht bringt einen, der sich lesen lässt.',
  },
};
