import { createContext, runInContext } from 'node:vm';

/** What CloudFront's function makes of a request: where it is read from, or why not. */
export interface EdgeAnswer {
  uri?: string;
  querystring?: object;
  statusCode?: number;
  body?: string;
}

/** Runs the code of a function at CloudFront's edge, without anything that CloudFront's functions do not have. */
export function atEdge(code: string): (uri: string) => EdgeAnswer {
  const ask = runInContext(`${code}; (event) => handler(event)`, createContext({})) as (event: object) => EdgeAnswer;
  return (uri) => ask({ request: { method: 'GET', uri, querystring: { version: { value: 'x' } }, headers: {} } });
}
