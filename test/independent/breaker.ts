/** A second opinion on whether an evaluation is held, from the words alone: too many who would fall, data that are not fresh, and persons. */
import type { Court, Row } from './standings.js';

/** Who would fall of all, and by what; a fall that waits for a person already is no new one. */
function fallsOf({ programme, held, board }: Court, tonight: readonly Row[], metrics: readonly Row[]) {
  const rank = (tier: unknown): number => programme.tiers.findIndex(({ key }) => key === tier);
  const fallen = tonight.filter(({ seller_id, projected_tier }) => {
    const before = held.get(String(seller_id))?.official_tier;
    const waits = board
      .get(String(seller_id))
      ?.some(({ is, row }) => is === 'proposed' && row.tier_before === before && row.tier_after === projected_tier);
    return rank(before) >= 0 && rank(projected_tier) > rank(before) && !waits;
  });
  const why = fallen.map(({ seller_id, projected_because }) => {
    const confirmed = metrics
      .filter((row) => row.seller_id === seller_id && row.verdict === 'confirmed')
      .map((row) => row.metric);
    return String(confirmed.sort()[0] ?? projected_because);
  });
  const [most] = [...Map.groupBy(why, (one) => one)].sort(
    ([a, some], [b, more]) => more.length - some.length || (a < b ? -1 : 1),
  );
  return {
    would_fall: fallen.length,
    of_sellers: tonight.filter(({ projected_tier }) => rank(projected_tier) >= 0).length,
    ...{ most_by: most?.[0] ?? null, most_sellers: most?.[1].length ?? null },
  };
}

/** What is said of the newest evaluation day, given what an evaluation tonight would say of everybody. */
export function evaluationOf(
  court: Court,
  tonight: readonly Row[],
  metrics: readonly Row[],
  { last, next_evaluation_on }: { last: Row | undefined; next_evaluation_on: string },
): Row {
  const { night, programme, due, due_on, evaluated } = court;
  const { share, sellers } = programme.evaluation.circuit_breaker;
  const evaluation_id = `${programme.programme}:${due_on}`;
  const before = last?.due_on === due_on ? last : undefined;
  const falls = fallsOf(court, tonight, metrics);
  const [silent] = (night.silent ?? [])
    .filter((one) => one.programme === programme.programme)
    .sort((a, b) => (`${a.dataset} ${a.region}` < `${b.dataset} ${b.region}` ? -1 : 1));
  const person = night.decisions?.find(({ decision_id }) => decision_id === evaluation_id);
  // Once too many would have fallen, it waits for a person, whatever later nights count.
  const too_many = falls.would_fall >= sellers && falls.would_fall * 1_000_000 > Math.round(share * 1_000_000) * falls.of_sellers;
  const many = too_many || before?.because === 'too_many_would_fall';
  const because = !due
    ? (before?.because ?? null)
    : many
      ? 'too_many_would_fall'
      : silent
        ? 'data_not_fresh'
        : (before?.because ?? null);
  const state = ((): string => {
    if (!due) return 'stands';
    if (person) return person.outcome === 'departed' ? 'not_held' : 'decided';
    return many || silent ? 'provisional' : 'decided';
  })();
  const said = because !== null || state === 'not_held' ? person : undefined;
  return {
    ...{ programme: programme.programme, policy_version: programme.version, evaluation_id, due_on },
    evaluated_on: state === 'decided' ? night.run_date : evaluated,
    ...{ next_evaluation_on, state, because },
    provisional_since: because === null ? null : (before?.provisional_since ?? night.run_date),
    ...falls,
    ...{ share_allowed: share, sellers_needed: sellers, too_many },
    ...{ silent_dataset: silent?.dataset ?? null, silent_region: silent?.region ?? null },
    ...{ decided_by: said?.decided_by ?? null, decided_at: said?.decided_at ?? null, reason: said?.reason ?? null },
  };
}
