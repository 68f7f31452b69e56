/** What the dashboard says of each lead: its title, what its orders have in common, heads of its table, innocent explanations, and why one may look. */
import type { PageWords } from '../../page-words.js';

const fraud =
  'Contratto su spedizione e tracciamento; truffa ai danni degli acquirenti e del marketplace secondo il diritto penale nazionale';
const between = 'Ore intere di differenza';

export const leads: PageWords['leads'] = {
  brushing: {
    title: 'Brushing',
    says: 'molti ordini di pochi acquirenti in poco tempo: vendite forse inventate per posizionamento e recensioni',
    evidence: {
      from_at: 'Primo ordine della finestra',
      to_at: 'Ultimo ordine della finestra',
      amount: 'Ordini nella finestra',
      among: 'Acquirenti nella finestra',
    },
    twins: { presents: 'tutti gli ordini dell’acquirente vanno in luoghi diversi, ciascuno nel proprio' },
    legal_basis:
      'Correttezza di posizionamento e recensioni: direttiva 2005/29/CE, allegato I, punti 23 ter e 23 quater (UE); DMCC Act 2024, allegato 20 (Regno Unito); 16 CFR Part 465 (Stati Uniti)',
  },
  reused_tracking: {
    title: 'Numero di tracciamento riutilizzato',
    says: 'più ordini con lo stesso numero di tracciamento: pacchi che forse non esistono',
    evidence: {
      from_at: 'Primo ordine con il numero',
      to_at: 'Ultimo ordine con il numero',
      amount: 'Ordini con il numero',
      among: 'Luoghi di destinazione',
      other_order_id: 'Altro ordine con il numero',
    },
    twins: {
      one_parcel: 'un solo acquirente, e non due luoghi: ordinato più volte, spedito in un unico pacco',
      one_place: 'vanno tutti nello stesso luogo, per esempio da vicini di casa o presso uno spedizioniere',
    },
    legal_basis: fraud,
  },
  scan_before_order: {
    title: 'Scansionato molto prima dell’ordine',
    says: 'pacchi che il corriere aveva scansionato prima che fossero ordinati: numeri di altri pacchi, inseriti per fermare il tempo',
    evidence: { from_at: 'Prima scansione', to_at: 'Ordine effettuato', amount: between },
    twins: {
      carrier_feed:
        'lo stesso vale per molti venditori con questo corriere in questa regione: gli orari che comunica sono sbagliati',
    },
    legal_basis: fraud,
  },
  late_masking: {
    title: 'Confermato in tempo, scansionato tardi',
    says: 'ordini confermati in tempo e consegnati al corriere molto dopo il termine: ritardi di spedizione forse nascosti',
    evidence: { from_at: 'Termine di spedizione', to_at: 'Prima scansione', amount: between },
    twins: {
      late_collection:
        'i pacchi di altri venditori con questo corriere in questa regione vengono scansionati altrettanto tardi: è lui che ritira tardi',
    },
    legal_basis: 'Contratto sulla spedizione; acquirenti tratti in inganno sulla consegna: direttiva 2005/29/CE, articolo 6 (UE)',
  },
  re_registration: {
    title: 'Iscritto di nuovo',
    says: 'un account iniziato dopo che un altro della sua famiglia è stato chiuso o sospeso: lo stesso venditore potrebbe essere tornato',
    evidence: {
      from_at: 'Misura contro l’altro account',
      to_at: 'Inizio di questo account',
      amount: 'Giorni intercorsi',
      among: 'Account della famiglia',
    },
    twins: {
      action_lifted: 'la misura contro l’altro account è stata revocata',
      declared_group: 'un solo proprietario ha dichiarato entrambi gli account',
    },
    legal_basis:
      'Contratto sugli account; uso abusivo dopo la sospensione, regolamento (UE) 2022/2065, articolo 23; tracciabilità degli operatori, articolo 30 (UE)',
  },
};
