import { nextTierDay } from '../../../wording/next-tier.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { saveTable } from '../parts/save-table.js';
import { PAGE } from '../speech.js';
import type { SellerRow } from './listed.js';
import type { Page } from './open-list.js';

const say = PAGE.savedViews;

/** The list as it is found and sorted, all of it, as a file. */
export function SaveList({ run, page }: { run: Run; page: Page }) {
  const save = async () =>
    saveTable(`${say.file}-${run.manifest.run_date}`, [say.csv, ...(await page.all()).map((row) => cellsOf(run, row))]);
  if (page.found.rows === 0) return null;
  return (
    <p className="list-save">
      <button type="button" className="button" onClick={save} data-testid="save-list">
        {say.download}
      </button>
    </p>
  );
}

function cellsOf({ policies, wording }: Run, row: SellerRow): string[] {
  const programme = programmeOf(policies, row.programme);
  const tier = (key: string): string => wording.tierTitle(programme, key);
  return [
    ...[row.seller_id, row.name ?? '', row.home_region ?? '', programme?.title ?? row.programme],
    ...[tier(row.tier), tier(row.proposed), tier(row.tier_projected)],
    ...[row.held_back_by ? wording.metricTitle(row.held_back_by) : '', String(row.orders)],
    ...[row.next ? nextTierDay(row.next, wording) : '', row.status ? wording.words.statuses[row.status] : ''],
  ];
}
