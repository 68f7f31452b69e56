/** What the dashboard says of a seller's weeks and of what happened meanwhile. Numbers, days and tiers come written. */
import type { PageWords } from '../../page-words.js';

export const sellerHistory: PageWords['sellerHistory'] = {
  title: 'Verlauf und Entscheidungen',
  note: 'Endgültige Wochen von Montag bis Sonntag, nach dem Tag, an dem eine Bestellung zählt. Grau hinterlegt: Tage, die noch in keiner solchen Woche liegen. Die Buchstaben sind unter jedem Bild erklärt.',
  none: 'Hier sind keine Wochen bekannt: Keine Auswertung betrachtet diesen Verkäufer, oder dieser Lauf hat keine Wochen veröffentlicht.',
  clean: (days) =>
    `An keinem der ${days} Tage, die heute Nacht zählen, ist etwas beanstandet. Wochen werden gezeichnet, sobald es an diesen Tagen etwas gibt.`,
  noWeeks: 'In den ganzen Wochen, die hier gezeigt werden, zählt davon nichts.',
  withoutWeeks: (metrics) => `Hier ist nichts bekannt zu: ${metrics}. Nicht gemessen, oder zu wenig für ein Urteil.`,
  picture: (metric) => `${metric}, Woche für Woche. Die Zahlen stehen in der Tabelle darunter.`,
  marksAlone: (metric) => `${metric}: was wann geschah. Es steht darunter.`,
  marked: 'Markiert',
  table: 'Die Zahlen als Tabelle',
  columns: ['Woche', 'Quote', 'Beanstandet', 'Gewertet'],
  nothing: 'nichts gewertet',
  limit: (tier, bound) => `${tier}: ${bound}`,
  limits: 'Schwellenwerte',
  mark: {
    policy: (version) => `Fassung ${version} des Programms tritt in Kraft`,
    evaluated: (tier) => `Letzte Einstufung: „${tier}“`,
    since: (tier) => `Hält die Stufe „${tier}“ ab diesem Tag`,
    notice: (bound) => `Verwarnung: mehr, als Zufall erklärt; Schwellenwert ${bound}`,
    fresh: 'Letzter der ersten Tage, die über den Ausgang der Verwarnung entscheiden',
    changed: (from, to) => `Einstufung: von „${from}“ zu „${to}“`,
    proposes: (from, to) => `Einstufung schlägt einen Wechsel vor: von „${from}“ zu „${to}“`,
    effective: (from, to) => `In Kraft: von „${from}“ zu „${to}“`,
    givenBack: (tier) => `Zurückgegeben: „${tier}“`,
    appealed: 'Einspruch eingelegt',
    exempted: (orders, why) => `Entschuldigt: ${orders} (${why})`,
    incident: (carrier, region, orders) =>
      `Vorgeschlagen und nicht bewilligt: Tage von ${carrier} nach ${region}; damit wäre entschuldigt: ${orders}`,
    peak: (name) => `Spitzenzeit mit zusätzlichen Stunden: ${name}`,
    paused: 'Die Kennzahl ist ab diesem Tag ausgesetzt: Durch sie geht keine Stufe verloren',
  },
  span: (first, last) => `${first} bis ${last}`,
  decisions: 'Entscheidungen',
  noDecisions:
    'In der Zeit, für die Aufzeichnungen aufbewahrt werden, hat keine Einstufung diese Stufe geändert oder eine Änderung vorgeschlagen.',
  asTold:
    'E-Mails sagen dem Verkäufer, worüber ein Mensch noch entscheiden muss und was Menschen in den letzten vier Wochen entschieden haben, mit den Sätzen am Anfang dieser Karte.',
};
