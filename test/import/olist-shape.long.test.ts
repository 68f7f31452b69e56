import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FolderStore } from '../../infra/local/object-store.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { importToFolder } from '../helpers/import-to-folder.js';

const MAPPING = join(import.meta.dirname, '../../examples/olist');

/** Rows in the shape of Olist's files, of our own making. */
const TABLES = {
  orders: `"order_id","customer_id","order_status","order_purchase_timestamp","order_approved_at","order_delivered_carrier_date","order_delivered_customer_date","order_estimated_delivery_date"
"e48a","c1","delivered","2017-10-02 10:56:33","2017-10-02 11:07:15","2017-10-04 19:55:00","2017-10-10 21:25:13","2017-10-18 00:00:00"
"53cb","c2","canceled","2018-07-24 20:41:37","","","","2018-08-13 00:00:00"
`,
  customers: `"customer_id","customer_unique_id","customer_zip_code_prefix","customer_state"
"c1","u1",01409,"SP"
"c2","u2",47813,"BA"
`,
  order_items: `"order_id","order_item_id","product_id","seller_id","shipping_limit_date","price"
"e48a",2,"p2","s1","2017-10-06 11:07:15",29.99
"e48a",10,"p1","s1","2017-10-06 11:07:15",29.99
"53cb",1,"p2","s1","2018-07-30 03:24:27",118.70
`,
  products: `"product_id","product_category_name"\n"p1","utilidades"\n"p2","perfumaria"\n`,
  sellers: `"seller_id","seller_state"\n"s1","SP"\n`,
  order_reviews: `"review_id","order_id","review_score","review_comment_message","review_creation_date"
"a54f","e48a",4,"Não testei,
mas ""bom""",2017-10-11 00:00:00
`,
};

test('the Olist mapping lands the same bytes from csv, where all is text, and from Parquet with types', async () => {
  const root = await mkdtemp(join(tmpdir(), 'olist-shape-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const [csv, parquet] = [await mkdtemp(join(root, 'csv-')), await mkdtemp(join(root, 'parquet-'))];
  const duck = await openDuck();
  for (const [name, text] of Object.entries(TABLES)) {
    await writeFile(join(csv, `${name}.csv`), text);
    await duck.run(`copy (from read_csv('${csv}/${name}.csv', header = true)) to '${parquet}/${name}.parquet'`);
  }
  duck.close();
  await cp(MAPPING, join(root, 'mapping'), { recursive: true });
  const bytes = async (from: string) => {
    const to = join(root, `landing of ${from.includes('csv-') ? 'csv' : 'parquet'}`);
    const { datasets } = await importToFolder({ mapping: join(root, 'mapping'), from, to });
    const keys = (await new FolderStore(to).list('')).map(({ key }) => key);
    return {
      datasets,
      files: await Promise.all(keys.map(async (key) => [key, (await readFile(join(to, key))).toString('base64')])),
    };
  };
  const fromCsv = await bytes(csv);
  expect(fromCsv.datasets.map(({ dataset, rows }) => [dataset, rows])).toEqual([
    ['exemptions', 0],
    ['orders', 5],
    ['reviews', 1],
    ['sellers', 1],
  ]);
  expect(await bytes(parquet)).toEqual(fromCsv);
});
