/** What stands around every page of the dashboard, and in what all of them are made of. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

export const app: PageWords['app'] = {
  name: 'Verkäuferleistung',
  tab: (page, runDate) => `${page} · Verkäuferleistung · ${runDate}`,
  opening: 'Der veröffentlichte Lauf wird geöffnet …',
  skip: 'Direkt zu den Zahlen',
  pages: 'Seiten',
  views: {
    overview: 'Überblick',
    movers: 'Bewegung',
    calls: 'Anrufliste',
    leads: 'Hinweise',
    onboarding: 'Onboarding',
    metrics: 'Kennzahlen',
    sellers: 'Verkäufer',
    programme: 'Programm',
    quality: 'Daten',
  },
  region: 'Region',
  language: 'Sprache',
  run: 'Lauf',
  runDate: 'Stichtag',
  policy: 'Regeln',
  newer: (run) => `Inzwischen ist Lauf ${run} veröffentlicht.`,
  showNewer: 'Anzeigen',
  period: 'Zeitraum',
  days: (n, shown) => `${shown} ${s(n, 'Tag', 'Tage')}`,
  points: (shown) => `${shown} %-Punkte`,
  reading: 'Wird geladen',
  notPublished: (dataset) => `Dieser Lauf hat ${dataset} nicht veröffentlicht, deshalb gibt es hier nichts zu zeigen.`,
  failed: (message) => `Dieser Teil ließ sich nicht lesen: ${message}`,
  again: 'Noch einmal versuchen',
  change: {
    same: 'unverändert',
    up: 'gestiegen',
    down: 'gesunken',
    upWorse: 'gestiegen, schlechter',
    downBetter: 'gesunken, besser',
  },
  more: (some, rest) => (some === rest ? `Alle weiteren anzeigen (${rest})` : `Weitere ${some} von ${rest} anzeigen`),
};
