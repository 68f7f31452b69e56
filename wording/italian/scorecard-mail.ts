/** What a scorecard mail says. Numbers, days and moments come written. */
import { al, dal, del, il } from './articles.js';
import { plural as s } from './plural.js';

type Said = (rate: string) => string;
const bounds = (beside: Said, behind: Said, goal: Said, short: Said) => ({ beside, behind, goal, short });

export const scorecard = {
  kicker: 'Scheda prestazioni',
  subject: (tier: string, headline: string) => `La tua scheda prestazioni: ${tier} – ${headline}`,
  subjectChanged: (from: string, to: string, headline: string) => `È cambiato il tuo livello: ${from} → ${to} – ${headline}`,
  greeting: (shop: string | undefined) => (shop ? `Buongiorno ${shop},` : 'Buongiorno,'),
  moreMissed: (n: number) => ` e ${s(n, '1 altra metrica non conforme', `altre ${n} metriche non conformi`)}`,
  rateOverBound: (metric: string, rate: string, bound: string) => `${metric} ${rate} (${bound})`,
  allMet: (n: number) =>
    n === 1
      ? 'l’unica metrica valutata rispetta lo standard'
      : `${n === 2 ? 'entrambe' : `tutte e ${n}`} le metriche valutate rispettano lo standard`,
  nothingMeasured: 'nessuna metrica si è potuta misurare',
  /** What the verdict is of: the end of a day, and a programme. */
  verdictOf: (day: string, programme: string) => `Il tuo livello alla fine ${del(day)} · ${programme}`,
  tierLadder: 'Livelli, dal migliore',
  changed: (from: string, to: string) => `Prima: ${from}. Ora: ${to}.`,
  metricsHeading: 'I tuoi numeri',
  pieces: (fault: string, counted: string, noun: string, what: string) => `${counted} ${noun}, di cui ${fault} ${what}`,
  allowed: (n: string) => `massimo ${n}`,
  allowedNone: 'non ne è ammesso nessuno',
  left: (n: number, shown: string) => (n === 0 ? 'margine esaurito' : `margine: ancora ${shown}`),
  over: (_n: number, shown: string) => `${shown} di troppo`,
  metRate: (rate: string) => `${rate} senza problemi`,
  /** A bound beside a rate, behind it, as a goal, and in few letters. */
  bound: {
    at_most: bounds(
      (r) => `massimo ${r}`,
      (r) => `massimo ${r}`,
      (r) => `al massimo ${il(r)}`,
      (r) => `≤ ${r}`,
    ),
    below: bounds(
      (r) => `ammesso meno ${del(r)}`,
      (r) => `ammesso meno ${del(r)}`,
      (r) => `meno ${del(r)}`,
      (r) => `< ${r}`,
    ),
    met_at_least: bounds(
      (r) => `minimo ${r}`,
      (r) => `minimo richiesto ${r}`,
      (r) => `almeno ${il(r)} senza problemi`,
      (r) => `≥ ${r} senza problemi`,
    ),
    met_above: bounds(
      (r) => `più ${del(r)}`,
      (r) => `richiesto più ${del(r)}`,
      (r) => `più ${del(r)} senza problemi`,
      (r) => `> ${r} senza problemi`,
    ),
  },
  days: (from: string, to: string) => `periodo ${dal(from)} ${al(to)}`,
  window: (days: number) => `${days} ${s(days, 'giorno', 'giorni')}`,
  forgiven: (shown: string) => `giustificati: ${shown}`,
  excluded: (shown: string) => `esclusi: ${shown}`,
  /** The same with reasons, such as `un disservizio del corriere (2), forza maggiore (1)`. */
  forgivenBecause: (shown: string, reasons: string) => `giustificati: ${shown} – ${reasons}`,
  excludedBecause: (shown: string, reasons: string) => `esclusi: ${shown} – ${reasons}`,
  /** A reason, and of how many orders it is the one. */
  reasonTimes: (reason: string, times: string) => `${reason} (${times})`,
  carrierIncident: (carrier: string) => `un disservizio del corriere ${carrier}`,
  otherReasons: 'altri motivi',
  pending: (shown: string) => `non ancora definitivi: ${shown}`,
  morePending:
    'I numeri non ancora definitivi possono cambiare: si attendono scansioni, consegne e recensioni che arrivano più tardi.',
  notShown: (n: number) =>
    s(
      n,
      '1 altra metrica non compare qui: è conforme oppure non si è potuta valutare.',
      `Altre ${n} metriche non compaiono qui: sono conformi oppure non si sono potute valutare.`,
    ),
  notShownMissed: (n: number) => s(n, '1 altra metrica non compare qui.', `Altre ${n} metriche non compaiono qui.`),
  /** Of metrics without one fault, by name: where others have some, and where none has. */
  spotlessBeside: (n: number, names: string) =>
    `Nessun problema in ${s(n, 'un’altra metrica', `altre ${n} metriche`)}: ${names}.`,
  spotless: (names: string) => `Nessun problema in nessuno dei tuoi numeri: ${names}.`,
  /** Rates of whole weeks, oldest first, such as `2,1% · 3,4% · –`, and how the bars above them are read. */
  weeks: (n: number, until: string, rates: string) => `${n} settimane fino ${al(until)}: ${rates}`,
  weeksHow: 'Barre: la quota con problemi in ciascuna settimana intera già definitiva, dalla meno recente. La linea è la soglia.',
  /** What changed since the last mail, which was of a day; by metric, with what came and went of what is at fault. */
  movedHeading: (day: string) => `Che cosa è cambiato dall’e-mail ${del(day)}`,
  /** A rate with what it is of: `6,12% (12 su 196)`. */
  rateOf: (rate: string, fault: string, counted: string) => `${rate} (${fault} su ${counted})`,
  moved: (metric: string, before: string, now: string, why: string) => `${metric}: ${before} → ${now}; ${why}.`,
  movedTier: (before: string, now: string, because: string) => `${before} → ${now}: ${because}.`,
  moreMoved: (n: number, shown: string) => s(n, '1 altro numero è cambiato.', `Altri ${shown} numeri sono cambiati.`),
  /** Why: each of so many that are at fault now and were not then, or the other way round. */
  movedBy: {
    came: (n: number, shown: string) => `${shown} ${s(n, 'nuovo problema', 'nuovi problemi')}`,
    found: (n: number, shown: string) => `${shown} ${s(n, 'problema emerso', 'problemi emersi')} nel frattempo`,
    reached: (n: number, shown: string) =>
      `${shown} ${s(n, 'problema di giorni precedenti che ora conta', 'problemi di giorni precedenti che ora contano')}`,
    left: (n: number, shown: string) => `${shown} ${s(n, 'problema uscito', 'problemi usciti')} dal periodo`,
    forgiven: (n: number, shown: string) => `${shown} ${s(n, 'giustificato', 'giustificati')} nel frattempo`,
    corrected: (n: number, shown: string) => `${shown} ${s(n, 'corretto', 'corretti')} nel frattempo`,
  },
  asManyOfMore: 'stesso numero di problemi, su un totale maggiore',
  asManyOfFewer: 'stesso numero di problemi, su un totale minore',
  ordersHeading: 'Ordini con problemi: prima quelli decisivi, in ordine di uscita',
  conversation: (id: string) => `Conversazione ${id}`,
  order: (id: string) => `Ordine ${id}`,
  countsUntil: (day: string) => `esce dai tuoi numeri ${il(day)}`,
  allAttached: 'La tabella allegata li contiene tutti.',
  allOrders: 'Tutti gli ordini con problemi',
  moreOrders: (n: number, shown: string) => s(n, '1 altro non è elencato qui.', `Altri ${shown} non sono elencati qui.`),
  firstHeading: 'Da fare per prima cosa',
  nextHeading: 'Prossimi passi',
  toReach: (tier: string, metric: string, bound: string, now: string) =>
    `Per raggiungere il livello «${tier}»: ${metric}, ${bound} (ora ${now}).`,
  projected: (tier: string) => `Se tutto ciò che non è ancora definitivo va a buon fine, il tuo livello sarà «${tier}».`,
  judgedFrom: (need: string, days: number, have: string) =>
    `Per ricevere un livello servono ${need} ordini in ${days} giorni; finora ne hai ${have}.`,
  judgedOnceFinal: 'Riceverai un livello quando un numero sufficiente di ordini sarà definitivo.',
  keepGoing: 'Non devi fare nulla. Continua così.',
  contestHeading: 'Un numero non ti torna?',
  contest:
    'Rispondi a questa e-mail indicando il numero dell’ordine. Una persona esamina il caso; un ordine corretto o giustificato viene rivalutato la notte seguente. Questo cambia i tuoi numeri finché l’ordine conta, cioè fino al giorno indicato accanto.',
  /** Of a tier of a programme, until a day, and where. */
  contestUntil: (tier: string, programme: string, day: string, where: string) =>
    `Puoi presentare ricorso contro il livello «${tier}» nel suo insieme (${programme}) fino ${al(day)}: ${where}.`,
  proposal: 'I livelli sono proposti dai numeri e decisi da persone: questa e-mail, da sola, non cambia nulla.',
  decided:
    'I livelli si decidono nei giorni di valutazione, secondo le regole del programma. A chi presenta ricorso risponde una persona.',
  zones: 'Gli orari sono quelli locali della regione di destinazione dell’ordine.',
  /** Why this mail, by its campaign. */
  why: {
    scorecard: 'Ricevi questa e-mail una volta alla settimana, se i tuoi numeri sono cambiati.',
    'scorecard-daily': 'Come hai chiesto, ricevi questa e-mail ogni giorno in cui i tuoi numeri sono cambiati.',
    'scorecard-monthly': 'Come hai chiesto, ricevi questa e-mail una volta al mese, se i tuoi numeri sono cambiati.',
    'scorecard-change': 'Ricevi questa e-mail perché il tuo livello è cambiato.',
    'scorecard-notice': 'Ricevi questa e-mail a causa di un preavviso.',
  },
  preferences: 'Scegli la frequenza o disattiva queste e-mail',
  unsubscribe: 'Non ricevere più queste e-mail',
  unsubscribeSubject: (seller: string) => `Disiscrizione dalle e-mail sulla scheda prestazioni di ${seller}`,
  programmeVersion: (title: string, version: string) => `${title} ${version}`,
  run: (day: string, run: string) => `Dati ${al(day)}, elaborazione ${run}`,
};
