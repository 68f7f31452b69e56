/** The built-in metrics: their titles, what they count, why an outcome came about, and what a seller can do. */
import type { Words } from '../words.js';

const orders = { one: 'Bestellung', many: 'Bestellungen' };
const deliveries = { one: 'Zustellung', many: 'Zustellungen' };
const platform = 'Verpackung und Versand durch die Plattform';

export const metrics: Words['metrics'] = {
  late_dispatch: {
    title: 'Verspäteter Versand',
    counted: { ...orders, fault: 'verspätet versandt' },
    reasons: {
      fault: {
        missing: 'innerhalb unserer Wartefrist nicht an den Versanddienstleister übergeben',
        late: 'nach Ablauf der Versandfrist übergeben',
      },
      excluded: { platform_fulfilled: platform, cancelled_before_due: 'storniert, bevor der Versand fällig war' },
    },
    came_after: { missing: 'erst nach unserer Wartefrist übergeben' },
    advice:
      'Übergeben Sie Sendungen vor Ablauf der Versandfrist, und lassen Sie sie vom Versanddienstleister bei der Übergabe scannen.',
  },
  late_delivery: {
    title: 'Verspätete Zustellung',
    counted: { ...orders, fault: 'verspätet zugestellt' },
    reasons: {
      fault: {
        missing: 'innerhalb unserer Wartefrist nicht zugestellt',
        late: 'nach dem zugesagten Zeitpunkt zugestellt',
      },
      forgiven: { carrier_delay: 'rechtzeitig übergeben, die Verspätung lag also beim Versanddienstleister' },
      excluded: {
        platform_fulfilled: platform,
        cancelled: 'storniert',
        untracked: 'ohne Sendungsnummer verschickt, daher ist nicht feststellbar, wann die Sendung ankam',
      },
    },
    came_after: { missing: 'erst nach unserer Wartefrist zugestellt' },
    advice: 'Wählen Sie für weite Ziele eine schnellere Versandart, oder geben Sie eine längere Lieferzeit an.',
  },
  missing_tracking: {
    title: 'Fehlende Sendungsverfolgung',
    counted: { one: 'Sendung', many: 'Sendungen', fault: 'ohne Sendungsverfolgung' },
    reasons: {
      fault: {
        no_number: 'keine Sendungsnummer angegeben',
        no_scan: 'innerhalb unserer Wartefrist nicht vom Versanddienstleister gescannt',
      },
      excluded: { platform_fulfilled: platform },
    },
    came_after: { no_scan: 'vom Versanddienstleister erst nach unserer Wartefrist gescannt' },
    advice:
      'Hinterlegen Sie zu jeder Sendung eine Sendungsnummer, und nutzen Sie Versandarten, bei denen die Sendungen gescannt werden.',
  },
  seller_cancellation: {
    title: 'Stornierung durch den Verkäufer',
    counted: { ...orders, fault: 'von Ihnen storniert' },
    reasons: {
      fault: {
        cancelled_by_seller: 'vom Verkäufer storniert',
        cancelled_by_system: 'automatisch storniert, weil der Verkäufer nichts unternommen hat',
      },
      excluded: {
        platform_cancelled: 'von der Plattform storniert',
        unattributed: 'storniert, aber niemand gibt an, von wem',
      },
    },
    advice: 'Halten Sie Ihre Bestände aktuell, damit keine Bestellung storniert werden muss, weil die Ware fehlt.',
  },
  negative_review: {
    title: 'Negative Bewertung',
    counted: { ...deliveries, fault: 'mit schlechter Bewertung' },
    reasons: {
      fault: {
        stars_1: 'erste Bewertung mit einem Stern',
        stars_2: 'erste Bewertung mit zwei Sternen',
        stars_3: 'erste Bewertung mit drei Sternen',
      },
      forgiven: { logistics_review: 'die Bewertung betrifft die Logistik, und die Bestellung wurde rechtzeitig versandt' },
    },
    advice:
      'Lesen Sie, was diese Käufer geschrieben haben, und verbessern Sie, worüber sie klagen: das Angebot oder die Verpackung.',
  },
  order_defect: {
    title: 'Bestellmangel',
    counted: { ...orders, fault: 'mit Mangel' },
    reasons: {
      fault: {
        seller_cancellation: 'vom Verkäufer storniert',
        negative_review: 'erste Bewertung negativ',
        unresolved_case: 'mit einem Fall, der gegen den Verkäufer zählt',
      },
      excluded: { cancelled: 'storniert' },
    },
    advice:
      'Sehen Sie sich Stornierungen, schlechte Bewertungen und Fälle zusammen an: Jede solche Bestellung zählt hier einmal.',
  },
  unresolved_case: {
    title: 'Ungelöster Fall',
    counted: { ...orders, fault: 'mit einem Fall gegen Sie' },
    reasons: {
      fault: {
        decided_against_seller: 'ein Fall wurde gegen den Verkäufer entschieden',
        case_opened: 'ein Fall wurde eröffnet',
      },
      excluded: { cancelled: 'storniert' },
    },
    advice: 'Beantworten und lösen Sie Fälle selbst, bevor die Plattform eingreifen muss.',
  },
  slow_response: {
    title: 'Verspätete Antwort',
    counted: { one: 'Anfrage', many: 'Anfragen', fault: 'zu spät beantwortet' },
    reasons: {
      fault: { missing: 'innerhalb unserer Wartefrist nicht beantwortet', late: 'zu spät beantwortet' },
    },
    came_after: { missing: 'erst nach unserer Wartefrist beantwortet' },
    advice: 'Antworten Sie jedem Käufer innerhalb eines Tages, auch am Wochenende, oder melden Sie vorab eine Betriebspause.',
  },
  chat_dissatisfaction: {
    title: 'Unzufriedenheit nach Anfragen',
    reasons: { fault: { dissatisfied: 'der Käufer hat nach dem Austausch wenige Sterne vergeben' } },
    advice: 'Lesen Sie diese Anfragen noch einmal: Meist sind es kurze Antworten auf eine Frage, die nicht gestellt wurde.',
  },
  contact_rate: {
    title: 'Kontaktquote',
    reasons: {
      fault: { contacted: 'der Käufer hat wegen der Bestellung geschrieben' },
      excluded: { cancelled: 'storniert' },
    },
    advice: 'Achten Sie darauf, was Käufer immer wieder fragen, und beantworten Sie es schon im Angebot.',
  },
  seller_fault_return: {
    title: 'Vom Verkäufer zu vertretende Rücksendung',
    counted: { ...deliveries, fault: 'aus einem von Ihnen zu vertretenden Grund zurückgesandt' },
    reasons: { fault: { seller_responsible: 'eine Rücksendung, die der Verkäufer zu vertreten hat' } },
    advice: 'Prüfen Sie die Artikel mit den meisten Rücksendungen auf falsche Beschreibungen, falsche Größen oder Mängel.',
  },
  refund_on_time: {
    title: 'Verspätete Erstattung',
    counted: { one: 'Rückgabe', many: 'Rückgaben', fault: 'verspätet erstattet' },
    reasons: {
      fault: { not_refunded: 'innerhalb unserer Wartefrist nicht erstattet', refunded_late: 'zu spät erstattet' },
    },
    came_after: { not_refunded: 'erst nach unserer Wartefrist erstattet' },
    advice: 'Erstatten Sie, sobald die Ware zurück ist, spätestens vierzehn Tage nach der Anmeldung der Rückgabe.',
  },
  not_received_opened: {
    title: 'Nicht erhalten',
    reasons: {
      fault: { not_received: 'der Käufer hat einen Fall eröffnet, weil nichts angekommen ist' },
      excluded: { cancelled: 'storniert' },
    },
    advice:
      'Nutzen Sie Versandarten mit Sendungsverfolgung, und sagen Sie Käufern früh Bescheid, wenn sich eine Sendung verspätet.',
  },
  not_as_described_opened: {
    title: 'Nicht wie beschrieben',
    reasons: {
      fault: { not_as_described: 'der Käufer hat einen Fall eröffnet, weil der Artikel nicht wie beschrieben ist' },
      excluded: { cancelled: 'storniert' },
    },
    advice: 'Vergleichen Sie die Angebote dieser Bestellungen mit dem, was verschickt wurde: Fotos, Größen, Zustand.',
  },
};
