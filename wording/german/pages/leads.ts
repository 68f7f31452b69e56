/** What the dashboard says of each lead: its title, what its orders have in common, heads of its table, innocent explanations, and why one may look. */
import type { PageWords } from '../../page-words.js';

const fraud = 'Vertrag über Versand und Sendungsverfolgung; Betrug an Käufern und am Marktplatz nach nationalem Strafrecht';
const between = 'Volle Stunden dazwischen';

export const leads: PageWords['leads'] = {
  brushing: {
    title: 'Brushing',
    says: 'viele Bestellungen weniger Käufer in kurzer Zeit: Verkäufe, die für Rang und Bewertungen erfunden sein können',
    evidence: {
      from_at: 'Erste Bestellung im Zeitfenster',
      to_at: 'Letzte Bestellung im Zeitfenster',
      amount: 'Bestellungen im Zeitfenster',
      among: 'Käufer im Zeitfenster',
    },
    twins: { presents: 'alle Bestellungen des Käufers gehen an verschiedene Orte, jede an einen eigenen' },
    legal_basis:
      'Ehrliche Rangfolgen und Bewertungen: Richtlinie 2005/29/EG, Anhang I Nr. 23b und 23c (EU); DMCC Act 2024, Anhang 20 (Vereinigtes Königreich); 16 CFR Part 465 (USA)',
  },
  reused_tracking: {
    title: 'Sendungsnummer mehrfach verwendet',
    says: 'mehrere Bestellungen mit derselben Sendungsnummer: Sendungen, die es vielleicht nicht gibt',
    evidence: {
      from_at: 'Erste Bestellung mit der Nummer',
      to_at: 'Letzte Bestellung mit der Nummer',
      amount: 'Bestellungen mit der Nummer',
      among: 'Zielorte',
      other_order_id: 'Andere Bestellung mit der Nummer',
    },
    twins: {
      one_parcel: 'ein einziger Käufer und höchstens ein Ort: mehrmals bestellt, in einer Sendung verschickt',
      one_place: 'alle gehen an denselben Ort, etwa an Nachbarn oder an einen Paketweiterleiter',
    },
    legal_basis: fraud,
  },
  scan_before_order: {
    title: 'Lange vor der Bestellung gescannt',
    says: 'Sendungen, die der Versanddienstleister vor der Bestellung gescannt hatte: Nummern anderer Sendungen, eingetragen, um die Frist zu wahren',
    evidence: { from_at: 'Erstscan', to_at: 'Bestelleingang', amount: between },
    twins: {
      carrier_feed:
        'dasselbe gilt für viele Verkäufer mit diesem Versanddienstleister in dieser Region: Die Zeiten, die er meldet, stimmen nicht',
    },
    legal_basis: fraud,
  },
  late_masking: {
    title: 'Rechtzeitig bestätigt, spät gescannt',
    says: 'Bestellungen, deren Versand rechtzeitig bestätigt wurde und die erst lange nach der Versandfrist übergeben wurden: verspäteter Versand, der verdeckt sein kann',
    evidence: { from_at: 'Versand bis', to_at: 'Erstscan', amount: between },
    twins: {
      late_collection:
        'Sendungen anderer Verkäufer mit diesem Versanddienstleister in dieser Region werden ebenso spät gescannt: Er holt spät ab',
    },
    legal_basis: 'Vertrag über den Versand; Irreführung von Käufern über die Lieferung: Richtlinie 2005/29/EG, Artikel 6 (EU)',
  },
  re_registration: {
    title: 'Erneut angemeldet',
    says: 'ein Konto, das begann, nachdem ein anderes seiner Familie geschlossen oder gesperrt worden war: derselbe Verkäufer ist vielleicht zurück',
    evidence: {
      from_at: 'Maßnahme gegen das andere Konto',
      to_at: 'Beginn dieses Kontos',
      amount: 'Tage dazwischen',
      among: 'Konten der Familie',
    },
    twins: {
      action_lifted: 'die Maßnahme gegen das andere Konto wurde zurückgenommen',
      declared_group: 'ein Inhaber hat beide Konten als seine angegeben',
    },
    legal_basis:
      'Vertrag über Konten; Missbrauch nach einer Aussetzung, Verordnung (EU) 2022/2065, Artikel 23; Nachverfolgbarkeit von Unternehmern, Artikel 30 (EU)',
  },
};
