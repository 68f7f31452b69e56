import { setTimeout as sleep } from 'node:timers/promises';

export interface TrinoResult {
  columns: { name: string; type: string }[];
  rows: unknown[][];
  /** Bytes read from files. */
  bytesRead: number;
  /** Stages of the plan. */
  stages: number;
}

interface Stage {
  subStages?: Stage[];
}

interface Page {
  nextUri?: string;
  columns?: { name: string; type: string }[];
  data?: unknown[][];
  error?: { message: string; errorName: string };
  stats?: { physicalInputBytes?: number; rootStage?: Stage };
}

const HEADERS = {
  'X-Trino-User': 'test',
  'X-Trino-Time-Zone': 'UTC',
  // Without it timestamps are named without their precision.
  'X-Trino-Client-Capabilities': 'PARAMETRIC_DATETIME',
};

/** One statement by Trino's protocol: a POST, then GETs for as long as there is a next page. Throws Trino's own message. */
export async function query(url: string, sql: string): Promise<TrinoResult> {
  const result: TrinoResult = { columns: [], rows: [], bytesRead: 0, stages: 0 };
  let page = await ask(`${url}/v1/statement`, { method: 'POST', body: sql, headers: HEADERS });
  for (;;) {
    if (page.error) throw new Error(`${page.error.errorName}: ${page.error.message}`);
    if (page.columns) result.columns = page.columns;
    if (page.data) result.rows.push(...page.data);
    result.bytesRead = page.stats?.physicalInputBytes ?? result.bytesRead;
    if (page.stats?.rootStage) result.stages = stagesOf(page.stats.rootStage);
    if (!page.nextUri) return result;
    page = await ask(page.nextUri, { headers: HEADERS });
  }
}

const stagesOf = ({ subStages = [] }: Stage): number => subStages.reduce((total, stage) => total + stagesOf(stage), 1);

/** Asks again after 502, 503 and 504, as the protocol wants. */
async function ask(uri: string, request: RequestInit): Promise<Page> {
  for (;;) {
    const response = await fetch(uri, request);
    if (response.ok) return (await response.json()) as Page;
    if (![502, 503, 504].includes(response.status)) throw new Error(`${uri}: ${response.status} ${await response.text()}`);
    await sleep(100);
  }
}
