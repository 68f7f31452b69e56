/** What the address asks of the list of sellers. */
import { useEffect, useState } from 'react';
import { tierOrder } from '../../../wording/wording.js';
import type { Address } from '../address.js';
import type { Run } from '../data/run.js';
import type { Order, Query } from './listed.js';
import type { OpenList, Page } from './open-list.js';

export const queryOf = ({ search, programme, tier, moved, sort }: Address): Query => ({ search, programme, tier, moved, sort });

const same = (a: Query, b: Query): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Tiers of a run's policies from best to worst, those not judged last; titles of its metrics. */
export function orderOf({ policies, wording }: Pick<Run, 'policies' | 'wording'>): Order {
  return {
    rungs: Object.fromEntries(
      policies.programmes.flatMap((programme) =>
        tierOrder(programme).map((tier, rung) => [`${programme.programme}/${tier}`, rung]),
      ),
    ),
    metricTitles: Object.fromEntries(
      policies.programmes.flatMap(({ metrics }) => metrics.map(({ metric }) => [metric, wording.metricTitle(metric)])),
    ),
  };
}

/** What a query found; what was found before it until then, so that typing never waits. @throws what kept the list from being read */
export function useFound(list: OpenList, query: Query): { page: Page; busy: boolean } {
  const [page, setPage] = useState(list.last);
  const [failed, setFailed] = useState<Error>();
  const asked = JSON.stringify(query);
  useEffect(() => {
    let wanted = true;
    const wants = JSON.parse(asked) as Query;
    setPage((before) => {
      if (!before.isWhole || !same(before.query, wants))
        list.find(wants).then(
          (found) => wanted && setPage(found),
          (error: Error) => wanted && setFailed(error),
        );
      return before;
    });
    return () => {
      wanted = false;
    };
  }, [list, asked]);
  if (failed) throw failed;
  return { page, busy: !same(page.query, query) };
}
