/** Of an evaluation that is provisional, or was. Numbers, days and titles come written. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const evaluation: Words['evaluation'] = {
  provisional: {
    too_many_would_fall: (day, fell, share, most) =>
      `Die Einstufung vom ${day} ist vorläufig: Sie würde ${fell} auf einmal herabstufen${most}; zulässig sind ${share}. Bis ein Mensch sie freigegeben hat, wechselt niemand die Stufe, und keine Verwarnung beginnt oder endet.`,
    data_not_fresh: (day, dataset, where) =>
      `Die Einstufung vom ${day} ist vorläufig: Daten der Art „${dataset}“ sind${where} ausgeblieben, und das ist mehr als Zufall. Niemand wechselt dadurch die Stufe, und keine Verwarnung beginnt oder endet; nachgeholt wird sie, sobald die Daten aktuell sind oder ein Mensch sie freigibt.`,
  },
  fewer: (day, fell, since) =>
    `Die Einstufung vom ${day} ist seit dem ${since} vorläufig, weil sie zu viele auf einmal herabgestuft hätte; heute Nacht wären es ${fell}. Bis ein Mensch sie freigegeben hat, wechselt niemand die Stufe, und keine Verwarnung beginnt oder endet.`,
  fell: (_, shown, of, all) => `${shown} von ${all} ${s(of, 'Verkäufer', 'Verkäufern')}`,
  mostBy: (n, metric) => `, davon ${n} mit dem Grund „${metric}“`,
  gate: 'weitere Voraussetzungen der Stufe',
  inRegion: (region) => ` in der Region ${region}`,
  released: (day, why, who, reason) =>
    `Die Einstufung vom ${day} war vorläufig, weil ${why}; ${who} hat sie freigegeben: ${reason}`,
  notHeld: (day, who, reason) =>
    `Die Einstufung vom ${day} entfällt: Alle behalten ihre Stufe, und keine Verwarnung beginnt oder endet dadurch. ${who}: ${reason}`,
  freshAgain: (day, made) => `Die Einstufung vom ${day} war vorläufig, weil Daten fehlten; sie wurde am ${made} nachgeholt.`,
  why: {
    too_many_would_fall: 'sie zu viele auf einmal herabgestuft hätte',
    data_not_fresh: 'Daten fehlten',
  },
  seller: {
    too_many_would_fall: (day) =>
      `Die Einstufung vom ${day} steht noch aus: Vorher prüft ein Mensch die Daten, auf denen sie beruht. Bis dahin behalten Sie Ihre Stufe, und es beginnt keine Verwarnung.`,
    data_not_fresh: (day) =>
      `Die Einstufung vom ${day} steht noch aus, weil Daten fehlen. Bis sie vorliegen, behalten Sie Ihre Stufe, und es beginnt keine Verwarnung.`,
    notHeld: (day) => `Die Einstufung vom ${day} entfällt: Sie behalten Ihre Stufe, und es beginnt dadurch keine Verwarnung.`,
    headline: 'die Einstufung steht noch aus',
  },
  release: (id) =>
    `Freigeben, sodass die nächste Nacht sie nachholt: scorecards decide ${id} --approve --by NAME --reason "...". Endgültig auslassen: --depart.`,
  whoDecides: 'wer das Programm verantwortet: die Einstufung freigeben oder auslassen',
};
