/** Addresses of the pages: what is carried from one to another. */
import { describe, expect, it } from 'vitest';
import { changed, parseAddress, writeAddress } from '../../dashboard/src/address.js';

const from = (hash: string, change: Parameters<typeof changed>[1]): string => writeAddress(changed(parseAddress(hash), change));

describe('an address', () => {
  it('keeps region, days, metric and filters when the page changes', () => {
    expect(from('#/sellers?region=DE&metric=late_dispatch&tier=top&window=7', { view: 'movers' })).toBe(
      '#/movers?region=DE&metric=late_dispatch&tier=top&window=7',
    );
  });

  it('leaves behind what means something else on another page: carriers are no kind of fall, an open card no programme', () => {
    expect(from('#/faults?by=carrier&member=Swift', { view: 'calls' })).toBe('#/calls');
    expect(from('#/seller/s1?open=standards%2Flate_dispatch', { view: 'programme' })).toBe('#/programme');
    expect(from('#/programme?open=pilot', { view: 'sellers' })).toBe('#/sellers');
  });

  it('names one lead in its path, and keeps what the list was asked for while it is read', () => {
    const opened = from('#/leads?lead=brushing&status=open', { view: 'lead', leadId: 'brushing:s/1:DE' });
    expect(opened).toBe('#/lead/brushing%3As%2F1%3ADE?lead=brushing&status=open');
    expect(parseAddress(opened)).toMatchObject({ view: 'lead', leadId: 'brushing:s/1:DE', seller: '', lead: 'brushing' });
    expect(from(opened, { view: 'leads' })).toBe('#/leads?lead=brushing&status=open');
    expect(parseAddress('#/lead/').view).toBe('overview');
  });

  it('says what is asked for, and on one page leaves the rest as it is', () => {
    expect(from('#/movers?by=carrier', { view: 'faults', by: 'carrier', member: 'Swift' })).toBe(
      '#/faults?by=carrier&member=Swift',
    );
    expect(from('#/calls?by=missed', { region: 'GB' })).toBe('#/calls?region=GB&by=missed');
  });
});
