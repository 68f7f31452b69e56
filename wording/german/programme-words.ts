/** The text of a programme as sellers read it. Rates, days, amounts and names come written. */
import type { Counted } from '../english/programme-words.js';
import type { ProgrammeWords } from '../programme-words.js';
import { plural as s } from './plural.js';

const days = ({ n, shown }: Counted): string => `${shown} ${s(n, 'Tag', 'Tage')}`;
/** Behind `in`, `von` and `nach`. */
const ofDays = ({ n, shown }: Counted): string => `${shown} ${s(n, 'Tag', 'Tagen')}`;
const orders = ({ n, shown }: Counted): string => `${shown} ${s(n, 'Bestellung', 'Bestellungen')}`;
const faults = ({ n, shown }: Counted): string => `${shown} ${s(n, 'Beanstandung', 'Beanstandungen')}`;
const inDays = (window: Counted | null): string => (window ? ` in ${ofDays(window)}` : '');

export const programmeWords: ProgrammeWords = {
  percent: (written) => written,
  because: (what, why) => `${what}: ${why}.`,
  or: (ways) => ways.join(', oder '),
  listed: (some) => some.join('; '),
  version: (version, key, from, until, told) =>
    `Fassung ${version} von ${key}, in Kraft ab dem ${from}${until ? ` bis zum ${until}` : ''}${told ? `; die Verkäufer wurden am ${told} informiert` : ''}.`,
  looksAt: (regions) => `Betrachtet werden Bestellungen nach: ${regions}.`,
  who: {
    title: 'Wer beurteilt wird',
    atLeast: (needed, window) => `Verkäufer mit mindestens ${orders(needed)} in den letzten ${ofDays(window)}`,
    everybody: 'Alle Verkäufer',
    others: (means) => `Bei allen anderen gilt: ${means}`,
  },
  tiers: { title: 'Die Stufen, die beste zuerst', standard: 'Das ist der Standard.' },
  effects: {
    visibility: {
      title: 'Ihre Angebote in der Suche',
      ...{ raised: 'weiter oben als sonst', normal: 'wie sonst', reduced: 'weiter unten als sonst', hidden: 'nicht gezeigt' },
    },
    ads: { title: 'Werbeanzeigen', allowed: 'stehen Ihnen offen', not_allowed: 'pausieren' },
    orders: {
      title: 'Bestellungen pro Tag',
      value: (share) => `höchstens ${share} Ihres besten Tages unter den letzten 28`,
    },
    payout: { title: 'Auszahlung', value: (after) => `${days(after)} nach der Zustellung` },
    reserve: 'Für Erstattungen zurückgestellt',
    commission: 'Provision',
    ofSales: (share) => `${share} Ihres Umsatzes`,
  },
  gates: {
    orders: (needed, window) => `Bestellungen: mindestens **${orders(needed)}**${inDays(window)}, ohne stornierte`,
    sales: (amount, window) =>
      `Umsatz: mindestens **${amount}**${inDays(window)}, ohne stornierte Bestellungen; andere Währungen zählen nicht`,
    days_selling: (needed) => `Zeit: mindestens **${days(needed)}** seit Ihrer Anmeldung`,
  },
  asked: {
    title: 'Was verlangt wird',
    atFault: 'beanstandet',
    atMost: (what) => `${what}, höchstens`,
    windows: { either: (usual, longer) => `${usual} oder ${longer}`, upTo: (usual, most) => `${usual} bis ${most}` },
    ...{ days: 'Tage', recommended: 'empfohlen', tier: 'Stufe', why: 'warum' },
  },
  metric: {
    counted: (population, window, matured) =>
      `Gezählt werden: ${population}, in einem Zeitraum von ${ofDays(window)}, der ${days(matured)} vor der Nacht endete; spätere Tage sind noch nicht endgültig.`,
    atFault: 'Beanstandet wird',
    leftOut: 'Ausgenommen',
    forgivenMet: 'Verziehen und als erfüllt gezählt',
    forgivenOut: 'Verziehen und ausgenommen',
    floors: {
      counted: (few, things) => `bei weniger als ${few} (${things}) werden Sie danach nicht beurteilt`,
      faults: (few) => `weniger als ${few} Beanstandungen halten jeden Schwellenwert ein`,
      buyers: (few) => `Beanstandungen bei weniger als ${few} verschiedenen Käufern halten jeden Schwellenwert ein`,
      days: (few) => `Beanstandungen an weniger als ${few} verschiedenen Tagen halten jeden Schwellenwert ein`,
    },
    peak: (name, from, to, things, hours) =>
      `${name}, ${from} bis ${to}: Was an diesen Tagen fällig ist (${things}), darf ${hours.shown} ${s(hours.n, 'Stunde', 'Stunden')} später kommen; das wird verziehen und zählt als erfüllt`,
    collapse: (alike) => `Beanstandungen ${alike}: Die übrigen werden verziehen und zählen als erfüllt`,
    fewer: (things, few, usual, then) => `Sind in ${ofDays(usual)} weniger als ${few} gezählt (${things}), ${then}`,
    longer: (window) => `zählen ${days(window)}`,
    stretched: (until, most) => `zählen so wenige Tage, wie für ${until} nötig sind, höchstens ${days(most)}`,
    whole: (things) =>
      `Tage zählen ganz. Je mehr gezählt wird (${things}), desto weniger Tage zählen: Kommt etwas hinzu, kann der älteste Tag entfallen, ob gut oder schlecht.`,
    recommended: (goal, why) =>
      `Empfohlen: **${goal}** (${why}). Keine Stufe verlangt es: Ihre Scorecard sagt, wo die Empfehlung verfehlt ist, und daraus folgt nichts.`,
    only: (which) => `**${which}**; eine Bestellung, von der das nicht bekannt ist, zählt nicht.`,
    otherCarriers: 'andere: Versanddienstleister ohne Klasse',
    classes: (classes) =>
      `Klassen der Versanddienstleister: ${classes}. Eine Bestellung, die nie übergeben wurde, hat keinen Versanddienstleister.`,
    ownRegion:
      'Ihre eigene Region ist die, die Ihr Konto betreut, nach dem Stand dieser Nacht; die einer Bestellung ist die, in die sie zugestellt wird.',
    paused: (from, why) =>
      `**Ausgesetzt ab dem ${from}** (${why}): Es wird gemessen und gezeigt; keine Stufe geht dadurch verloren, und keine Verwarnung und keine Punkte folgen daraus. Wo Einstufungen entscheiden, steigt niemand über das hinaus, was der Schwellenwert zuließe.`,
    toDo: 'Was Sie tun können',
  },
  decided: {
    title: 'Wie über Ihre Stufe entschieden wird',
    eachNight: (worst, evaluations) =>
      `Jede Nacht gibt Ihnen jede Kennzahl die beste Stufe, deren Schwellenwert Sie einhalten, oder „${worst}“, wenn Sie keinen einhalten. ${evaluations ? 'Was die Schwellenwerte vorschlagen,' : 'Ihre Stufe'} ist die schlechteste davon: Eine einzige Kennzahl kann Sie zurückhalten, und Ihre Scorecard nennt sie. Eine Kennzahl, von der zu wenig endgültig ist oder zu der uns Daten fehlen, hält niemanden zurück.`,
    everyWeekday: (weekday) => `jeden ${weekday}`,
    everyMonth: (day) => `am ${day}. jedes Monats`,
    evaluations: (when, why) =>
      `**Einstufungen entscheiden, ${when}** (${why}); dazwischen zeigt Ihre Scorecard, was eine ergäbe.`,
    begin: (standard) =>
      `Sie beginnen mit der vorgeschlagenen Stufe, mindestens mit „${standard}“. In eine bessere Stufe steigen Sie sofort, sobald Sie alle ihre Schwellenwerte einhalten.`,
    notice: (least, on, luck, why) =>
      `**Ein verfehlter Schwellenwert ist eine Beobachtung, aus der nichts folgt**, es sei denn, er ist mehr als Zufall: Die Beanstandungen Ihres schlechtesten Tages bleiben außer Acht; was bleibt, müssen mindestens ${faults(least)} sein, mit dem schlechtesten Tag an ${ofDays(on)}, und so viele, dass ein Shop genau am Schwellenwert sie in weniger als ${luck} der Fälle hat. Dann ist es eine **Verwarnung** (${why}).`,
    effect: (fresh, why, least, within) =>
      `Ab der Verwarnung **${s(fresh.n, 'zählt', 'zählen')} ${days(fresh)} neu** (${why}). Sobald sie endgültig sind, wieder ohne Ihren schlechtesten Tag: Ist der Schwellenwert eingehalten, ist die Verwarnung vorbei. Mit mindestens ${faults(least)} und über dem Schwellenwert steigen Sie eine Stufe ab. Bei zu wenigen Bestellungen für ein Urteil warten wir, bis zu ${days(within)}; dann verfällt die Verwarnung.`,
    settled: 'Tage, über die eine Verwarnung entschieden hat, werden Ihnen nie wieder vorgehalten.',
    person: (times, least, why) =>
      `Mehr als Zufall gegenüber dem ${times}-Fachen des Schwellenwerts, mit mindestens ${faults(least)}: Ein Mensch sieht es sich sofort an (${why}).`,
    approval: {
      losses: (why) =>
        `**Ein Mensch gibt jeden Abstieg frei**, bevor er wirksam wird (${why}); bis dahin behalten Sie Ihre Stufe.`,
      all: (why) =>
        `**Ein Mensch gibt jeden Wechsel frei, nach oben wie nach unten**, bevor er wirksam wird (${why}); bis dahin behalten Sie Ihre Stufe.`,
    },
    breaker: (share, why) =>
      `Würde eine Einstufung mehr als ${share} aller Verkäufer herabstufen, wird niemand herabgestuft, bevor Menschen es geprüft haben (${why}).`,
    dispatched: (ways) => `Eine Bestellung gilt als versandt, ${ways}.`,
    milestones: {
      first_scan: 'wenn der Versanddienstleister sie zum ersten Mal scannt',
      confirmed: 'wenn Sie den Versand bestätigen',
    },
    listed:
      'Ihre Scorecard führt die Bestellungen hinter jeder Zahl auf, mit den Zeitpunkten, die sie belegen, und dem Tag, an dem jede aus der Zählung fällt.',
    exempted: (reasons) =>
      `Befreit werden Sie von dem, wofür Sie nichts konnten: ${reasons}. Solche Bestellungen werden verziehen und ausgenommen, sofern eine Kennzahl nicht sagt, dass sie als erfüllt zählen.`,
  },
  points: {
    title: 'Punkte',
    columns: ['wofür', 'Punkte', 'warum'],
    otherSeverity: (severity) => `jede andere Regel, Schwere ${severity}`,
    otherRule: 'jede andere Regel',
    asNotice: 'wie in der Mitteilung angegeben',
    none: 'keine',
    missed: (metric) => `„${metric}“ über dem Standard`,
    count: (all, more, why) =>
      `Sie zählen an ${ofDays(all)}: an dem Tag, an dem sie vergeben werden, und an ${more} weiteren, sofern die Mitteilung kein früheres Ende nennt (${why}).`,
    looked: (when) => `Kennzahlen werden ${when} betrachtet und geben nur an diesem Tag Punkte.`,
    withdrawn: 'Was zurückgenommen wird, gibt ab der nächsten Nacht keine Punkte.',
    rating: (starts, why, earned) =>
      `Ihr Kontozustand beginnt bei ${starts}, und Punkte werden davon abgezogen (${why})${earned && `; ${earned}`}.`,
    earned: (per, window, points, most, why) =>
      `je ${per} Bestellungen der letzten ${days(window)} kommen ${points} hinzu, bis zu einem Kontozustand von ${most} (${why})`,
    ratingAtMost: 'Kontozustand, höchstens',
    atLeast: 'Punkte, mindestens',
    means: 'was es bedeutet',
    caps: (tier) => `Ihre Stufe ist höchstens „${tier}“`,
  },
  score: {
    columns: ['Teil', 'Kennzahl', 'Gewicht', 'Punkte, je nach beanstandetem Anteil', 'warum'],
    weightInPart: 'Gewicht in seinem Teil',
    corner: (points, rate) => `${points} bei ${rate}`,
    cap: (points, most, not) => `Unter ${points} ist Ihre Stufe höchstens „${most}“ und nicht „${not}“`,
    goes: (outOf) => `Der Wert reicht von 0 bis ${outOf}.`,
    weighted: 'Die Beiträge der Kennzahlen ergeben zusammen den Wert.',
    worst: 'Der niedrigste Teil ist der Wert.',
    between:
      'Zwischen zwei Punkten einer Kurve fallen die Punkte gleichmäßig mit der Quote; vor dem ersten und nach dem letzten bleiben sie gleich.',
    notAssessed:
      'Eine Kennzahl, die nicht beurteilt werden kann, überlässt ihr Gewicht den anderen ihres Teils, und ein Teil ohne beurteilte Kennzahl den anderen Teilen.',
    needs: (metrics, why) =>
      `Sind weniger als ${metrics} dieser Kennzahlen beurteilt, gibt es keinen Wert, und das ist kein niedriger (${why}).`,
    rateAlone:
      'Punkte folgen allein der Quote: Auch so wenige Beanstandungen, dass sie jeden Schwellenwert einer Stufe einhalten, kosten Punkte.',
    movesNothing: 'Der Wert ändert keine Stufe.',
    benchmarks:
      'Diese werden neben Ihrer Kategorie gelesen; das ist die, zu der bei Beginn des Quartals die meisten Ihrer Bestellungen gehörten:',
    example: (metric, points, at, share, rate, times, usual, moved) =>
      `Ein Beispiel: „${metric}“ gibt ${points} Punkte bei ${at}. Wo ${share} der Shops Ihrer Kategorie ${rate} oder weniger haben, also das ${times}-Fache von ${usual}, erhalten Sie sie bei ${moved}. Was die Shops haben, wird in der ersten Nacht eines Quartals gemessen und gilt bis zu dessen Ende: Nichts, was Sie oder andere in der Zwischenzeit tun, ändert es. Bei zu wenigen Shops in einer Kategorie bleibt die Kurve, wie sie geschrieben ist. Ihre Scorecard sagt, was davon galt.`,
  },
  probation: {
    begins: (since, why, most, whyMost) =>
      `Wer sich am ${since} oder später angemeldet hat, beginnt mit einer Probezeit (${why}): höchstens **${orders(most)}** pro Tag (${whyMost}). Sie endet endgültig mit der ersten Nacht, in der eines davon gegeben ist:`,
    orders: (least, window) => `mindestens **${orders(least)}**${inDays(window)}, ohne stornierte`,
    days: (least) => `**${days(least)}** seit Ihrer Anmeldung`,
    metric: (title) => `Standard für „${title}“ eingehalten`,
    held: 'Wir zählen und sagen es; wer Bestellungen annimmt, hält sie an die Zahl. Ihr Status auf dem Marktplatz ist etwas anderes und ändert hier nichts.',
  },
  contest: {
    title: 'Wie Sie widersprechen',
    within: (window, why, ways) =>
      `Sie haben ${days(window)} Zeit, gerechnet ab dem Tag, an dem es Ihnen mitgeteilt wurde (${why}): ${ways}.`,
    write: (address) => `Schreiben Sie an ${address}`,
    go: (url) => `gehen Sie auf ${url}`,
  },
};
