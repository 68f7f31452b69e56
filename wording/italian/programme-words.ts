/** The text of a programme as sellers read it. Rates, days, amounts and names come written. */
import type { Counted } from '../english/programme-words.js';
import type { ProgrammeWords } from '../programme-words.js';
import { al, dal, del, il } from './articles.js';
import { plural as s } from './plural.js';

const days = ({ n, shown }: Counted): string => `${shown} ${s(n, 'giorno', 'giorni')}`;
const orders = ({ n, shown }: Counted): string => `${shown} ${s(n, 'ordine', 'ordini')}`;
const faults = ({ n, shown }: Counted): string => `${shown} ${s(n, 'problema', 'problemi')}`;
const inDays = (window: Counted | null): string => (window ? ` in ${days(window)}` : '');

export const programmeWords: ProgrammeWords = {
  percent: (written) => written,
  because: (what, why) => `${what}: ${why}.`,
  or: (ways) => ways.join(', oppure '),
  listed: (some) => some.join('; '),
  version: (version, key, from, until, told) =>
    `Versione ${version} di ${key}, in vigore ${dal(from)}${until ? ` ${al(until)}` : ''}${told ? `; i venditori sono stati informati ${il(told)}` : ''}.`,
  looksAt: (regions) => `Riguarda gli ordini verso: ${regions}.`,
  who: {
    title: 'Chi viene valutato',
    atLeast: (needed, window) => `I venditori con almeno ${orders(needed)} negli ultimi ${days(window)}`,
    everybody: 'Tutti i venditori',
    others: (means) => `Per gli altri: ${means}`,
  },
  tiers: { title: 'I livelli, dal migliore', standard: 'Questo è lo standard.' },
  effects: {
    visibility: {
      title: 'Le tue inserzioni nella ricerca',
      ...{
        raised: 'più in alto del solito',
        normal: 'come al solito',
        reduced: 'più in basso del solito',
        hidden: 'non mostrate',
      },
    },
    ads: { title: 'Annunci pubblicitari', allowed: 'disponibili', not_allowed: 'in pausa' },
    orders: {
      title: 'Ordini al giorno',
      value: (share) => `al massimo ${il(share)} del tuo giorno migliore degli ultimi 28`,
    },
    payout: { title: 'Pagamento', value: (after) => `${days(after)} dopo la consegna` },
    reserve: 'Trattenuto per i rimborsi',
    commission: 'Commissione',
    ofSales: (share) => `${share} delle tue vendite`,
  },
  gates: {
    orders: (needed, window) => `Ordini: almeno **${orders(needed)}**${inDays(window)}, esclusi quelli annullati`,
    sales: (amount, window) =>
      `Vendite: almeno **${amount}**${inDays(window)}, esclusi gli ordini annullati; le altre valute non contano`,
    days_selling: (needed) => `Tempo: almeno **${days(needed)}** dalla tua iscrizione`,
  },
  asked: {
    title: 'Che cosa si chiede',
    atFault: 'con problemi',
    atMost: (what) => `${what}, al massimo`,
    windows: { either: (usual, longer) => `${usual} o ${longer}`, upTo: (usual, most) => `${usual} a ${most}` },
    ...{ days: 'giorni', recommended: 'consigliato', tier: 'livello', why: 'perché' },
  },
  metric: {
    counted: (population, window, matured) =>
      `Si contano: ${population}, in un periodo di ${days(window)} finito ${days(matured)} prima della notte; i giorni successivi non sono ancora definitivi.`,
    atFault: 'È un problema se',
    leftOut: 'Escluso',
    forgivenMet: 'Giustificato, e conta come conforme',
    forgivenOut: 'Giustificato, ed escluso',
    floors: {
      counted: (few, things) => `con meno di ${few} ${things} non vieni valutato su questa metrica`,
      faults: (few) => `meno di ${few} problemi rispettano ogni soglia`,
      buyers: (few) => `i problemi con meno di ${few} acquirenti diversi rispettano ogni soglia`,
      days: (few) => `i problemi in meno di ${few} giorni diversi rispettano ogni soglia`,
    },
    peak: (name, from, to, things, hours) =>
      `${name}, ${dal(from)} ${al(to)}: per ciò che scade in questi giorni (${things}) è ammesso un ritardo di ${hours.shown} ${s(hours.n, 'ora', 'ore')}; viene giustificato e conta come conforme`,
    collapse: (alike) => `I problemi ${alike}: gli altri vengono giustificati e contano come conformi`,
    fewer: (things, few, usual, then) => `Con meno di ${few} ${things} in ${days(usual)}, ${then}`,
    longer: (window) => `contano ${days(window)}`,
    stretched: (until, most) => `contano solo i giorni che bastano per arrivare a ${until}, al massimo ${days(most)}`,
    whole: (things) =>
      `I giorni contano per intero. Più casi ci sono (${things}), meno giorni contano: uno nuovo può far uscire il giorno più vecchio, buono o cattivo.`,
    recommended: (goal, why) =>
      `Consigliato: **${goal}** (${why}). Nessun livello lo chiede: la tua scheda dice dove il consiglio non è seguito, e non ne consegue nulla.`,
    only: (which) => `**${which}**; un ordine di cui non lo si sa non conta.`,
    otherCarriers: 'altri: corrieri senza classe',
    classes: (classes) => `Classi di corrieri: ${classes}. Un ordine mai consegnato al corriere non ha corriere.`,
    ownRegion:
      'La tua area è quella che gestisce il tuo account, come la si conosce stanotte; quella di un ordine è dove viene consegnato.',
    paused: (from, why) =>
      `**In pausa ${dal(from)}** (${why}): viene misurata e mostrata; non fa perdere nessun livello, e non ne conseguono né preavvisi né punti. Dove decidono le valutazioni, nessuno sale oltre ciò che la soglia consentirebbe.`,
    toDo: 'Che cosa fare',
  },
  decided: {
    title: 'Come si decide il tuo livello',
    eachNight: (worst, evaluations) =>
      `Ogni notte ciascuna metrica ti dà il livello migliore di cui rispetti la soglia, oppure «${worst}» se non ne rispetti nessuna. ${evaluations ? 'Ciò che le soglie propongono' : 'Il tuo livello'} è il peggiore di questi: una sola metrica può trattenerti, e la tua scheda la nomina. Una metrica di cui troppo poco è definitivo, o di cui non abbiamo dati, non trattiene nessuno.`,
    everyWeekday: (weekday) => `ogni ${weekday}`,
    everyMonth: (day) => `il giorno ${day} di ogni mese`,
    evaluations: (when, why) =>
      `**Decidono le valutazioni, ${when}** (${why}); nel frattempo la tua scheda mostra che cosa ne risulterebbe.`,
    begin: (standard) =>
      `Cominci dal livello proposto, almeno «${standard}». Sali subito a un livello migliore di cui rispetti tutte le soglie.`,
    notice: (least, on, luck, why) =>
      `**Una soglia non rispettata è solo sotto osservazione, e non ne consegue nulla**, a meno che sia più del caso: i problemi del tuo giorno peggiore non si contano; ne devono restare almeno ${least.shown}, in ${days(on)} con quello peggiore, e tanti che un negozio esattamente sulla soglia li ha in meno ${del(luck)} dei casi. Allora è un **preavviso** (${why}).`,
    effect: (fresh, why, least, within) =>
      `Dal preavviso **si contano ${days(fresh)} da capo** (${why}). Quando sono definitivi, di nuovo senza il tuo giorno peggiore: se la soglia è rispettata, il preavviso è finito. Con almeno ${faults(least)} e oltre la soglia, scendi di un livello. Se gli ordini sono troppo pochi per dirlo aspettiamo, fino a ${days(within)}; poi il preavviso decade.`,
    settled: 'I giorni su cui un preavviso ha deciso non ti vengono mai più contestati.',
    person: (times, least, why) =>
      `Più del caso rispetto a ${times} volte la soglia, con almeno ${faults(least)}: una persona guarda subito (${why}).`,
    approval: {
      losses: (why) =>
        `**Una persona approva ogni discesa** prima che abbia effetto (${why}); fino ad allora mantieni il tuo livello.`,
      all: (why) =>
        `**Una persona approva ogni cambio, in su o in giù**, prima che abbia effetto (${why}); fino ad allora mantieni il tuo livello.`,
    },
    breaker: (share, why) =>
      `Se una valutazione facesse scendere più ${del(share)} di tutti i venditori, nessuno scende prima che delle persone abbiano guardato (${why}).`,
    dispatched: (ways) => `Un ordine è spedito ${ways}.`,
    milestones: {
      first_scan: 'quando il corriere lo scansiona per la prima volta',
      confirmed: 'quando confermi di averlo spedito',
    },
    listed:
      'La tua scheda elenca gli ordini dietro ogni numero, con i momenti che li provano e il giorno in cui ciascuno esce dal conto.',
    exempted: (reasons) =>
      `Non ti viene addebitato ciò che non potevi evitare: ${reasons}. Questi ordini vengono giustificati ed esclusi, a meno che una metrica dica che contano come conformi.`,
  },
  points: {
    title: 'Punti',
    columns: ['per', 'punti', 'perché'],
    otherSeverity: (severity) => `ogni altra regola, gravità ${severity}`,
    otherRule: 'ogni altra regola',
    asNotice: 'come dice la comunicazione',
    none: 'nessuno',
    missed: (metric) => `${metric} oltre lo standard`,
    count: (all, more, why) =>
      `Contano per ${days(all)}: il giorno in cui vengono dati e altri ${more}, a meno che la comunicazione indichi una fine anticipata (${why}).`,
    looked: (when) => `Le metriche si guardano ${when}, e danno punti solo quel giorno.`,
    withdrawn: 'Ciò che viene ritirato non dà più punti, dalla notte seguente.',
    rating: (starts, why, earned) =>
      `Il tuo indice parte da ${starts}, e i punti lo riducono (${why})${earned && `; ${earned}`}.`,
    earned: (per, window, points, most, why) =>
      `ogni ${per} ordini degli ultimi ${days(window)} aggiungono ${points}, fino a un indice di ${most} (${why})`,
    ratingAtMost: 'indice, al massimo',
    atLeast: 'punti, almeno',
    means: 'che cosa significa',
    caps: (tier) => `il tuo livello è al massimo «${tier}»`,
  },
  score: {
    columns: ['parte', 'metrica', 'peso', 'punti, secondo la quota di problemi', 'perché'],
    weightInPart: 'peso nella sua parte',
    corner: (points, rate) => `${points} con ${rate}`,
    cap: (points, most, not) => `Sotto ${points} il tuo livello è al massimo «${most}», e non «${not}»`,
    goes: (outOf) => `Va da 0 a ${outOf}.`,
    weighted: 'È la somma di ciò che porta ogni metrica.',
    worst: 'La parte più bassa è il punteggio.',
    between:
      'Tra due punti di una curva i punti calano in modo uniforme con il tasso; prima del primo e dopo l’ultimo restano gli stessi.',
    notAssessed:
      'Una metrica che non si può valutare lascia il suo peso alle altre della sua parte, e una parte senza metriche valutate alle altre parti.',
    needs: (metrics, why) =>
      `Con meno di ${metrics} di queste metriche valutate non c’è punteggio, e non è un punteggio basso (${why}).`,
    rateAlone: 'I punti seguono solo il tasso: anche problemi così pochi da rispettare ogni soglia di un livello costano punti.',
    movesNothing: 'Non cambia nessun livello.',
    benchmarks:
      'Queste si leggono accanto alla tua categoria, che è quella della maggior parte dei tuoi ordini all’inizio del trimestre:',
    example: (metric, points, at, share, rate, times, usual, moved) =>
      `Un esempio: ${metric} dà ${points} punti con ${at}. Dove ${il(share)} dei negozi della tua categoria ha ${rate} o meno, cioè ${times} volte ${usual}, li ottieni con ${moved}. Ciò che hanno i negozi si misura la prima notte di un trimestre e vale fino alla sua fine: nulla di ciò che tu o altri fate nel frattempo lo cambia. Se in una categoria i negozi sono troppo pochi, la curva resta com’è scritta. La tua scheda dice quale dei due casi valeva.`,
  },
  probation: {
    begins: (since, why, most, whyMost) =>
      `Chi si è iscritto ${il(since)} o dopo comincia in prova (${why}): al massimo **${orders(most)}** al giorno (${whyMost}). La prova finisce per sempre con la prima notte in cui c’è una di queste cose:`,
    orders: (least, window) => `almeno **${orders(least)}**${inDays(window)}, esclusi quelli annullati`,
    days: (least) => `**${days(least)}** dalla tua iscrizione`,
    metric: (title) => `lo standard di ${title} rispettato`,
    held: 'Noi contiamo e lo diciamo; chi accetta gli ordini li tiene entro il numero. Il tuo stato nel marketplace è un’altra cosa, e qui non cambia nulla.',
  },
  contest: {
    title: 'Come contestare',
    within: (window, why, ways) => `Hai ${days(window)} dal giorno in cui sei stato informato (${why}): ${ways}.`,
    write: (address) => `scrivi a ${address}`,
    go: (url) => `vai su ${url}`,
  },
};
