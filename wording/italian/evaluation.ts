/** Of an evaluation that is provisional, or was. Numbers, days and titles come written. */
import { dal, del, il } from './articles.js';
import { plural as s } from './plural.js';

const nobodyMoves = 'Nessuno cambia livello e nessun preavviso inizia o finisce';

export const evaluation = {
  /** To whoever runs the marketplace. */
  provisional: {
    too_many_would_fall: (day: string, fell: string, share: string, most: string) =>
      `La valutazione ${del(day)} è provvisoria: farebbe scendere in una volta ${fell}${most}, mentre il massimo è ${il(share)}. ${nobodyMoves} finché una persona non la sblocca.`,
    data_not_fresh: (day: string, dataset: string, where: string) =>
      `La valutazione ${del(day)} è provvisoria: non è arrivato nessun dato di ${dataset}${where}, dove ciò non si spiega con il caso. ${nobodyMoves}; la valutazione viene recuperata quando i dati sono aggiornati, oppure la sblocca una persona.`,
  },
  /** It tripped on another night, and tonight fewer would fall. */
  fewer: (day: string, fell: string, since: string) =>
    `La valutazione ${del(day)} è provvisoria ${dal(since)}, perché troppi venditori sarebbero scesi in una volta; stanotte sarebbero ${fell}. ${nobodyMoves} finché una persona non la sblocca.`,
  fell: (n: number, shown: string, _: number, all: string) => `${shown} ${s(n, 'venditore', 'venditori')} su ${all}`,
  mostBy: (n: string, metric: string) => `, di cui ${n} per ${metric}`,
  gate: 'requisiti del livello oltre alle soglie',
  inRegion: (region: string) => ` nella regione ${region}`,
  released: (day: string, why: string, who: string, reason: string) =>
    `La valutazione ${del(day)} era provvisoria, perché ${why}; l’ha sbloccata ${who}: ${reason}`,
  notHeld: (day: string, who: string, reason: string) =>
    `La valutazione ${del(day)} è annullata: tutti mantengono il livello che hanno e nessun preavviso inizia o finisce. ${who}: ${reason}`,
  freshAgain: (day: string, made: string) =>
    `La valutazione ${del(day)} era provvisoria, perché mancavano dati; è stata recuperata ${il(made)}.`,
  why: {
    too_many_would_fall: 'troppi venditori sarebbero scesi in una volta',
    data_not_fresh: 'mancavano dati',
  },
  /** To a seller, who is no party to how many others would fall. */
  seller: {
    too_many_would_fall: (day: string) =>
      `La valutazione ${del(day)} non è ancora decisa: prima una persona esamina i dati su cui si basa. Fino ad allora mantieni il tuo livello e non inizia nessun preavviso.`,
    data_not_fresh: (day: string) =>
      `La valutazione ${del(day)} non è ancora decisa, perché mancano dati. Finché non arrivano mantieni il tuo livello e non inizia nessun preavviso.`,
    notHeld: (day: string) => `La valutazione ${del(day)} è annullata: mantieni il tuo livello e non ne deriva nessun preavviso.`,
    headline: 'la valutazione non è ancora decisa',
  },
  /** How one decides, as `decide --list` says it; `id` is what is typed. */
  release: (id: string) =>
    `Per sbloccarla, così che la prossima notte la recuperi: scorecards decide ${id} --approve --by NOME --reason "...". Per annullarla definitivamente: --depart.`,
  whoDecides: 'chi è responsabile del programma: sbloccare la valutazione oppure annullarla',
};
