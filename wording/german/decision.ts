/** What a record of a change of tier says, as clauses. Numbers, days and tiers come written. */
import type { Words } from '../words.js';
import { pluralAsWritten, plural as s } from './plural.js';

export const decision: Words['decision'] = {
  changed: (id, from, to) => `${id}: von „${from}“ zu „${to}“`,
  confirmed: (metric) => `eine Verwarnung zu „${metric}“ wurde bestätigt`,
  improved: 'alle Schwellenwerte dieser Stufe waren eingehalten',
  numbers: (counted, fault, left, bound, notice) =>
    `seit der Verwarnung vom ${notice} ${fault} von ${counted} beanstandet, ${left} ohne den schlechtesten Tag, also über ${bound}`,
  status: {
    proposed: (day) => `am ${day} vorgeschlagen, noch zu entscheiden`,
    in_effect: (_, since) => `in Kraft seit dem ${since}`,
    departed: (day) => `am ${day} vorgeschlagen, anders entschieden`,
    overturned: (_, since) => `in Kraft seit dem ${since}, bis einem Einspruch stattgegeben wurde`,
    withdrawn: (day) => `am ${day} vorgeschlagen und zurückgezogen, bevor jemand entschieden hatte`,
  },
  automatically: 'automatisch entschieden',
  person: (who, day, reason) => `entschieden von ${who} am ${day}: ${reason}`,
  contest: (until, where) => `Einspruch möglich bis zum ${until}${where}`,
  at: (where) => ` (${where})`,
  appeal: {
    open: (day) => `Einspruch vom ${day}, noch nicht entschieden`,
    granted: (day, who, reason) => `dem Einspruch vom ${day} stattgegeben von ${who}: ${reason}`,
    refused: (day, who, reason) => `Einspruch vom ${day} zurückgewiesen von ${who}: ${reason}`,
  },
  seller: {
    heading: 'Entscheidungen über Ihre Stufe',
    proposed: (tier, day) =>
      `Seit dem ${day} ist für Sie ein Wechsel zur Stufe „${tier}“ vorgeschlagen; darüber muss noch ein Mensch entscheiden.`,
    because: {
      confirmed: (metric) => `Grundlage ist eine bestätigte Verwarnung zu „${metric}“.`,
      gate: 'Grundlage sind die weiteren Voraussetzungen, die Ihre Stufe neben den Schwellenwerten hat.',
      improved: 'Grundlage ist, dass alle Schwellenwerte dieser Stufe eingehalten sind.',
    },
    numbers: (counted, fault, left, bound, notice) =>
      `Seit der Verwarnung vom ${notice} ${pluralAsWritten(fault, 'ist', 'sind')} ${fault} von ${counted} beanstandet, ${left} ohne den schlechtesten Tag; erlaubter Höchstwert: ${bound}.`,
    notBefore: (held, day) =>
      `Sie behalten die Stufe „${held}“, bis jemand aus unserem Team dem Wechsel zugestimmt hat; er gilt frühestens ab dem ${day}, dem Tag nach dieser Auswertung.`,
    sayNow: (where) => `Wenn Sie das für falsch halten, melden Sie sich bitte vor der Entscheidung: ${where}.`,
    onceInEffect: (days) => `Sobald der Wechsel gilt, haben Sie ${days} Tage Zeit für einen Einspruch.`,
    approved: (tier, day, reason) =>
      `Jemand aus unserem Team hat dem Wechsel zur Stufe „${tier}“ am ${day} zugestimmt: ${reason}.`,
    departed: (tier, day, reason) =>
      `Vorgeschlagen war ein Wechsel zur Stufe „${tier}“; jemand aus unserem Team hat am ${day} dagegen entschieden: ${reason}.`,
    appeal: {
      open: (day) =>
        `Ihr Einspruch vom ${day} ist noch offen; entscheiden wird jemand anderes als die Person, die dem Wechsel zugestimmt hat.`,
      granted: (day, tier, reason) =>
        `Ihrem Einspruch vom ${day} wurde stattgegeben: ${reason}. Sie haben die Stufe „${tier}“ zurückerhalten.`,
      refused: (day, tier, reason) =>
        `Ihr Einspruch vom ${day} wurde zurückgewiesen: ${reason}. Es bleibt bei der Stufe „${tier}“.`,
    },
  },
  forPersons: {
    heading: 'Zu entscheiden',
    waiting: (n, shown, programme, since) =>
      `${programme}: ${shown} ${s(n, 'Stufenwechsel wartet', 'Stufenwechsel warten')} auf eine Entscheidung, am längsten seit dem ${since}.`,
    incident: (metric, carrier, region, days, late, usually, sellers) =>
      `„${metric}“, ${carrier} nach ${region}, ${days}: ${late}, sonst ${usually}; ${sellers}`,
    lateParcels: (late, n, shown, share) => `${late} von ${shown} ${s(n, 'Sendung', 'Sendungen')} verspätet (${share})`,
    waitingHow: 'wer über Stufen entscheidet, jeden Wechsel einzeln',
    incidentHow: 'wer die Versanddienstleister betreut: Eine anerkannte Störung entschuldigt diese Sendungen',
    pause: (metric, programme, granted, appeals, share) =>
      `${programme}: Vorgeschlagen ist, „${metric}“ auszusetzen, weil ${granted} von ${appeals} Einsprüchen dagegen erfolgreich waren (${share}).`,
    pauseHow: 'wer das Programm verantwortet: die Regel aussetzen oder beibehalten',
    how: (who) => `Zuständig: ${who}.`,
    change: (from, to, since) => `von „${from}“ zu „${to}“, seit dem ${since}`,
    others: (shown) => `und ${shown} weitere`,
  },
};
