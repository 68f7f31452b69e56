/** What the night's checks warn of: a title and a sentence each. */
import type { PageWords } from '../../page-words.js';

export const checks: PageWords['checks'] = {
  decisions_that_decide_nothing: [
    'Entscheidungen, die nichts entscheiden',
    'es sind Entscheidungen oder Widersprüche eingegangen, die nichts entscheiden oder die eine Person allein entschieden hat; berichtigen Sie, was genannt ist',
  ],
  evaluations_provisional: [
    'Vorläufige Einstufungen',
    'Einstufungen sind vorläufig: Niemand wechselt die Stufe, und keine Verwarnung beginnt, bevor ein Mensch sie freigibt oder die Daten wieder aktuell sind',
  ],
  exemptions_that_cover_nothing: [
    'Befreiungen, die nichts abdecken',
    'Befreiungen decken nichts ab, was eingegangen ist, obwohl es alles gibt, was sie nennen; berichtigen Sie, was als Ursache genannt ist',
  ],
  families_not_whole: [
    'Unvollständige Familien',
    'verknüpfte Konten stehen in zwei Familien: ihre Verknüpfungen bilden eine längere Kette, als eine Nacht verfolgt; sehen Sie beide an',
  ],
  incidents_proposed: [
    'Vorgeschlagene Störungen',
    'Sendungen eines Versanddienstleisters waren bei vielen Verkäufern verspätet; lag es an ihm, verzeihen Sie sie, sonst lassen Sie es dabei',
  ],
  landed_rows_are_gone: [
    'Eingegangene Zeilen sind weg',
    'Zeilen, die der letzte veröffentlichte Lauf gelesen hat, sind nicht mehr da, aber weniger, als die Regeln zum Anhalten verlangen; klären Sie, wer sie entfernt hat',
  ],
  moments_after_the_run_date: [
    'Zeitpunkte nach dem Stichtag',
    'es sind Bestellungen mit Zeitpunkten nach dem Stichtag eingegangen; sie zählen, sobald diese erreicht sind, prüfen Sie also die Uhr der Quelle',
  ],
  moments_that_cannot_be: [
    'Unmögliche Zeitpunkte',
    'Zeitpunkte liegen vor dem, worauf sie folgen, und werden als unbekannt gelesen; berichtigen Sie sie, oder liefern Sie sie leer, wo sie nicht bekannt sind',
  ],
  orders_in_other_currencies: [
    'Bestellungen in anderen Währungen',
    'Bestellungen in einer anderen Währung als der ihrer Region fehlen im Warenwert von region_kpis; liefern Sie sie in der Währung der Region, oder ändern Sie diese in regions.yaml',
  ],
  outcomes_of_metrics_nobody_declared: [
    'Ergebnisse nicht erklärter Kennzahlen',
    'es sind Ergebnisse zu einer Kennzahl eingegangen, die policies/metrics.yaml nicht erklärt; erklären Sie sie dort, oder berichtigen Sie ihren Namen',
  ],
  rows_in_quarantine: [
    'Zeilen in Quarantäne',
    'eingegangene Zeilen liegen in Quarantäne; lesen Sie quarantine/<dataset>/, beheben Sie den Fehler in der Quelle und liefern Sie sie neu',
  ],
  rows_that_fit_nothing: [
    'Zeilen, die zu nichts passen',
    'eingegangene Zeilen passen zu keiner Bestellung, keinem Verkäufer und keinem Versanddienstleister und ändern keine Zahl; liefern Sie sie mit den Kennungen der Bestellungen',
  ],
  rules_often_overturned: [
    'Oft aufgehobene Regeln',
    'Widersprüchen gegen eine Regel wird öfter stattgegeben, als ihr Programm zulässt; sehen Sie sich die Regel an, und setzen Sie sie aus (paused: { from, why } daneben im Programm), wo die Verkäufer recht haben',
  ],
  scans_before_the_order: [
    'Scans vor der Bestellung',
    'der erste Scan liegt mehr als einen Tag vor der Bestellung; ein Etikett wurde zweimal benutzt, oder es ist der Scan einer anderen Sendung',
  ],
  sellers_nobody_described: [
    'Verkäufer ohne Beschreibung',
    'Verkäufer mit Bestellungen, aber ohne Zeile im Datensatz sellers erhalten eine Scorecard, aber keine E-Mail; liefern Sie ihre Beschreibung',
  ],
  sellers_that_differ_in_case: [
    'Verkäufer, die sich nur in Groß- und Kleinschreibung unterscheiden',
    'Verkäufer, deren Kennungen sich nur in Groß- und Kleinbuchstaben unterscheiden, werden getrennt beurteilt; berichtigen Sie die Kennung, wo es derselbe ist',
  ],
  versions_of_one_moment: [
    'Mehrere Fassungen eines Zeitpunkts',
    'Datensätze sind in mehreren Fassungen mit demselben updated_at und verschiedenem Inhalt eingegangen; es zählt die, die mehr weiß, lassen Sie updated_at also mit jeder Änderung wachsen',
  ],
};
