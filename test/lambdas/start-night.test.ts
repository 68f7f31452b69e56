import { describe, expect, it } from 'vitest';
import { startNight } from '../../lambdas/start-night/handler.js';

/** Starts each name once, as Step Functions does. */
function starter() {
  const started: { name: string; input: unknown }[] = [];
  return {
    started,
    async start(name: string, input: unknown): Promise<boolean> {
      if (started.some((one) => one.name === name)) return false;
      started.push({ name, input });
      return true;
    },
  };
}

const at = (scheduled_time: string, timeZone: string) => {
  const one = starter();
  return startNight({ starter: one, timeZone })({ scheduled_time }).then((answer) => ({ ...answer, asked: one.started[0] }));
};

describe('the start of a night', () => {
  it('is for the day before, in the time zone of the group', async () => {
    expect((await at('2026-11-21T05:30:00Z', 'Europe/Dublin')).run_date).toBe('2026-11-20');
    expect((await at('2026-11-21T18:15:00Z', 'Australia/Sydney')).run_date).toBe('2026-11-21');
    expect((await at('2026-11-21T06:30:00Z', 'America/Los_Angeles')).run_date).toBe('2026-11-19');
  });

  it('knows the day on both sides of a change of the clocks', async () => {
    expect((await at('2026-03-29T04:30:00Z', 'Europe/Dublin')).run_date).toBe('2026-03-28');
    expect((await at('2026-10-24T23:30:00Z', 'Europe/Dublin')).run_date).toBe('2026-10-24');
    expect((await at('2026-10-25T00:30:00+01:00', 'Europe/Dublin')).run_date).toBe('2026-10-24');
  });

  it('asks for a whole night with mails, under a name that Step Functions takes', async () => {
    const { asked } = await at('2026-11-21T05:30:00Z', 'Europe/Dublin');
    expect(asked).toEqual({ name: '2026-11-20-scheduled', input: { run_date: '2026-11-20', full: false, mails: true } });
    expect(asked!.name).toMatch(/^[A-Za-z0-9_-]{1,80}$/);
  });

  it('lets it wait for late files until the time by which it must be published', async () => {
    const until = async (scheduled_time: string, publishedBy: string, timeZone = 'Europe/Dublin') => {
      const one = starter();
      await startNight({ starter: one, timeZone, publishedBy })({ scheduled_time });
      return (one.started[0]!.input as { wait_until: string }).wait_until;
    };
    expect(await until('2026-11-21T05:30:00Z', '08:00')).toBe('2026-11-21T08:00:00.000Z');
    expect(await until('2026-07-21T04:30:00Z', '08:00')).toBe('2026-07-21T07:00:00.000Z');
    // The clocks go forward in between, back in between, and over the deadline itself.
    expect(await until('2026-03-29T00:30:00Z', '08:00')).toBe('2026-03-29T07:00:00.000Z');
    expect(await until('2026-10-25T00:10:00Z', '08:00')).toBe('2026-10-25T08:00:00.000Z');
    expect(await until('2026-03-29T00:30:00Z', '01:30')).toBe('2026-03-29T01:00:00.000Z');
    // Night and deadline lie on either side of midnight.
    expect(await until('2026-11-20T22:00:00Z', '02:00')).toBe('2026-11-21T02:00:00.000Z');
    expect(await until('2026-11-20T17:15:00Z', '07:00', 'Australia/Sydney')).toBe('2026-11-20T20:00:00.000Z');
  });

  it('happens once although the schedule is delivered twice', async () => {
    const one = starter();
    const start = startNight({ starter: one, timeZone: 'Europe/Dublin' });
    const event = { scheduled_time: '2026-11-21T05:30:00Z' };
    expect((await start(event)).started).toBe(true);
    expect((await start(event)).started).toBe(false);
    expect(one.started).toHaveLength(1);
  });

  it('is refused when the schedule did not fill in its time', async () => {
    const start = startNight({ starter: starter(), timeZone: 'Europe/Dublin' });
    await expect(start({ scheduled_time: '<aws.scheduler.scheduled-time>' })).rejects.toThrow(/scheduled_time/);
  });

  it('fails aloud when Step Functions cannot be reached, so that the schedule tries again', async () => {
    const broken = { start: () => Promise.reject(new Error('unreachable')) };
    const start = startNight({ starter: broken, timeZone: 'Europe/Dublin' });
    await expect(start({ scheduled_time: '2026-11-21T05:30:00Z' })).rejects.toThrow('unreachable');
  });
});
