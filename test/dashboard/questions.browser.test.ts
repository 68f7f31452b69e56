/** The twelve questions over two nights of a small generated marketplace. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { smallNight } from './small-night.js';
import { askTwelveQuestions } from './twelve-questions.js';

askTwelveQuestions(
  'a regional manager on Monday',
  {
    here: true,
    prepare: smallNight,
    programme: 'eu-seller-standards',
    metric: 'late_dispatch',
    unknown: [],
    fell: false,
    waits: false,
    notMeasured: ['slow_response'],
  },
  (reading) =>
    test('the list of calls is saved as a table in which no text is a formula', async () => {
      const { dashboard, calls, page, at } = reading();
      await dashboard.open('#/calls');
      const [download] = await Promise.all([page().waitForEvent('download'), at('save-csv').click()]);
      const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
      const rows = await calls();
      expect(lines).toHaveLength(rows.length + 1);
      expect(lines[1]).toContain(`"${rows[0]!.seller_id}"`);
      for (const line of lines) expect(line).not.toMatch(/(^|,)"[=+@-]/);
    }),
);
