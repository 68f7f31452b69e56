import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../dashboard/src/address.js';
import { renderDigest } from '../../emails/digest.js';
import { digestView } from '../../emails/digest-view.js';
import type { ApplicationWeekRow } from '../../emails/rows.js';
import { DASHBOARD, digestOf, linked } from './digest-stories.js';

const week = (monday: string, more: Partial<ApplicationWeekRow> = {}): ApplicationWeekRow => ({
  ...{ region: 'ALL', channel: 'ALL', week: monday, applied: 0, completed: null, verified: null, approved: 0 },
  ...{ listed: null, sold: null, rejected: 0, withdrawn: 0, waiting: 0, overdue: 0, ...more },
});
/** The digest is of the week to Sunday 15 November 2026. */
const APPLICATIONS = [
  week('2026-11-09', { applied: 1204, waiting: 7 }),
  week('2026-11-02', { applied: 31, waiting: 4, overdue: 1 }),
  week('2026-10-05', { applied: 99, waiting: 2, overdue: 2 }),
  // Of a channel and of a region: counted in those above.
  week('2026-11-09', { channel: 'fair', applied: 5, waiting: 5, overdue: 5 }),
  week('2026-11-09', { region: 'GB', applied: 1, waiting: 1 }),
  week('2026-11-02', { region: 'DE', applied: 8 }),
];
const LEADS = [
  { region: 'GB', status: 'open' as const },
  { region: 'GB', status: 'explained' as const },
  { region: 'DE', status: 'open' as const },
];
const sentences = (region: string, more: object = {}) =>
  digestView(digestOf(region, { applications: APPLICATIONS, leads: LEADS, policies: linked, ...more })).besides;

describe('applications and leads in the digest', () => {
  it('are those of the week, beside the week before, and of all who wait', () => {
    expect(sentences('ALL').map(({ what }) => what)).toEqual([
      '1,204 applications came in the week, 31 in the week before. 13 wait, 3 of them for a decision for longer than policy says.',
      '2 leads are open: signs of abuse for a person to look into.',
    ]);
  });

  it('are those of the region; a week in which nobody applied counts none', () => {
    expect(sentences('GB').map(({ what }) => what)).toEqual([
      '1 application came in the week, 0 in the week before. 1 waits, 0 of them for a decision for longer than policy says.',
      '1 lead is open: signs of abuse for a person to look into.',
    ]);
    expect(sentences('DE')[0]!.what).toMatch(/^0 applications came in the week, 8 in the week before\./);
    expect(sentences('FR')).toEqual([]);
  });

  it('lead to the pages where they stand', async () => {
    const [applications, leads] = sentences('GB');
    expect(parseAddress(applications!.link!.replace(DASHBOARD, ''))).toMatchObject({ view: 'onboarding', region: 'GB' });
    expect(parseAddress(leads!.link!.replace(DASHBOARD, ''))).toMatchObject({ view: 'leads', region: 'GB', status: 'open' });
    const mail = await renderDigest(digestOf('GB', { applications: APPLICATIONS, leads: LEADS, policies: linked }));
    for (const { what, link } of [applications!, leads!]) {
      expect(mail.text).toContain(`${what} <${link}>`);
      expect(mail.html).toContain(link!.replaceAll('&', '&amp;'));
    }
    expect(mail.text).toContain('Applications and leads');
  });

  it('are left out where the run knew of none', async () => {
    for (const more of [
      { applications: [], leads: [] },
      { applications: undefined, leads: undefined },
    ])
      expect((await renderDigest(digestOf('GB', more))).text).not.toContain('Applications and leads');
  });

  it.each(['de-DE', 'fr-FR', 'it-IT', 'es-ES', 'pt-BR'])('are said in %s, of one and of many', (locale) => {
    const [many] = sentences('ALL', { locale });
    const [one, lead] = sentences('GB', { locale });
    expect(many!.what).toMatch(/1[. \u202f\u00a0]?204/);
    expect(one!.what.replace(/\d/g, '')).not.toBe(many!.what.replace(/[\d.\s]/g, ''));
    for (const { what } of [many!, one!, lead!]) expect(what).not.toMatch(/undefined|applications came|leads? (is|are) open/);
  });
});
