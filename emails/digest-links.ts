/** Where a digest's numbers stand on the dashboard: its addresses as dashboard/src/address.ts reads them. */
import { ALL } from '../wording/wording.js';

export interface Links {
  overview: string | undefined;
  onboarding: string | undefined;
  leads: string | undefined;
  metric(metric: string): string | undefined;
  seller(seller_id: string): string | undefined;
}

/** None where the policy says nothing of a dashboard. */
export function linksOf(dashboard: string | undefined, region: string): Links {
  const link = (path: string, words: Record<string, string>): string | undefined => {
    if (dashboard === undefined) return undefined;
    const query = new URLSearchParams({ ...(region === ALL ? {} : { region }), ...words }).toString();
    return `${dashboard}#/${path}${query && '?'}${query}`;
  };
  const pages = { overview: link('overview', {}), onboarding: link('onboarding', {}), leads: link('leads', { status: 'open' }) };
  return {
    ...pages,
    metric: (metric) => link('overview', { metric }),
    seller: (seller_id) => link(`seller/${encodeURIComponent(seller_id)}`, {}),
  };
}
