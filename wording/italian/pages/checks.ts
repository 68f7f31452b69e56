/** What the night's checks warn of: a title and a sentence each. */
import type { PageWords } from '../../page-words.js';

export const checks: PageWords['checks'] = {
  decisions_that_decide_nothing: [
    'Decisioni che non decidono nulla',
    'sono arrivate decisioni o contestazioni che non decidono nulla, o che una sola persona ha deciso; correggi ciò che è indicato',
  ],
  evaluations_provisional: [
    'Valutazioni provvisorie',
    'alcune valutazioni sono provvisorie: nessuno cambia livello e nessun preavviso comincia prima che una persona le liberi o che i dati siano di nuovo aggiornati',
  ],
  exemptions_that_cover_nothing: [
    'Esenzioni che non coprono nulla',
    'alcune esenzioni non coprono nulla di ciò che è arrivato, anche se tutto ciò che nominano esiste; correggi ciò che è indicato come causa',
  ],
  families_not_whole: [
    'Famiglie incomplete',
    'account collegati figurano in due famiglie: i loro collegamenti formano una catena più lunga di quanta ne segua una notte; guarda entrambe',
  ],
  incidents_proposed: [
    'Incidenti proposti',
    'i pacchi di un corriere erano in ritardo per molti venditori; se è colpa sua giustificali, altrimenti lascia stare',
  ],
  landed_rows_are_gone: [
    'Righe arrivate che non ci sono più',
    'righe lette dall’ultima esecuzione pubblicata non ci sono più, meno di quante fermano la notte secondo le regole; guarda chi le ha tolte',
  ],
  moments_after_the_run_date: [
    'Momenti dopo la data di esecuzione',
    'sono arrivati ordini con momenti successivi alla data di esecuzione; contano quando quei momenti sono venuti, quindi controlla l’orologio della fonte',
  ],
  moments_that_cannot_be: [
    'Momenti impossibili',
    'alcuni momenti precedono ciò a cui seguono, e vengono letti come sconosciuti; correggili, o consegnali vuoti dove non sono noti',
  ],
  orders_in_other_currencies: [
    'Ordini in altre valute',
    'gli ordini in una valuta diversa da quella della loro area non sono nel valore delle merci di region_kpis; consegnali nella valuta dell’area, o correggi quella in regions.yaml',
  ],
  outcomes_of_metrics_nobody_declared: [
    'Esiti di metriche non dichiarate',
    'sono arrivati esiti di una metrica che policies/metrics.yaml non dichiara; dichiarala lì, o correggi il nome',
  ],
  rows_in_quarantine: [
    'Righe in quarantena',
    'alcune righe arrivate sono in quarantena; leggi quarantine/<dataset>/, correggi la fonte e consegnale di nuovo',
  ],
  rows_that_fit_nothing: [
    'Righe che non corrispondono a nulla',
    'alcune righe arrivate non corrispondono a nessun ordine, venditore o corriere, e non cambiano nessun numero; consegnale con gli identificativi degli ordini',
  ],
  rules_often_overturned: [
    'Regole spesso ribaltate',
    'le contestazioni di una regola vengono accolte più spesso di quanto il programma ammetta; guarda la regola, e mettila in pausa (paused: { from, why } accanto, nel programma) dove i venditori hanno ragione',
  ],
  scans_before_the_order: [
    'Scansioni prima dell’ordine',
    'la prima scansione precede l’ordine di più di un giorno; un’etichetta usata due volte, o la scansione di un altro pacco',
  ],
  sellers_nobody_described: [
    'Venditori non descritti',
    'i venditori con ordini ma senza riga in sellers ricevono una scheda ma nessuna e-mail; consegna la loro descrizione',
  ],
  sellers_that_differ_in_case: [
    'Venditori che differiscono per maiuscole',
    'i venditori i cui identificativi differiscono solo per maiuscole e minuscole vengono valutati separatamente; correggi l’identificativo se sono lo stesso',
  ],
  versions_of_one_moment: [
    'Più versioni di uno stesso momento',
    'alcuni record sono arrivati in più versioni con lo stesso updated_at e contenuto diverso; conta quella che sa di più, quindi fai crescere updated_at a ogni modifica',
  ],
};
