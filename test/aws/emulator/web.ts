import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { atEdge, type EdgeAnswer } from '../at-edge.js';
import type { Ministack } from './ministack.js';

export interface Answer {
  status: number;
  text: string;
  location: string;
  /** By name, as they were set; empty ones are taken away. */
  cookies: Record<string, { value: string; path: string }>;
}

/** The public side of a deployed stage: the addresses of its functions, and what runs at CloudFront's edge. */
export class Web {
  constructor(private readonly aws: Ministack) {}

  /** Asks a function at its own address, as CloudFront does: signed, where only CloudFront may. */
  async ask(folder: string, path: string, request: RequestInit = {}): Promise<Answer> {
    const { FunctionUrl } = await this.read(`/2021-10-31/functions/scorecards-dev-europe-${folder}/url`);
    const id = new URL(String(FunctionUrl)).host.split('.')[0];
    const headers = { authorization: this.signed('lambda'), ...request.headers };
    return this.fetch(`${this.aws.endpoint}/_aws/lambda-url/${id}${path}`, { ...request, headers });
  }

  /** Asks with cookies. why not at the function's address: the emulator's hands on no cookies, so the event is made here as AWS makes it. */
  async askWith(cookies: Record<string, string>, folder: string, path: string): Promise<Answer> {
    const { pathname, search } = new URL(path, 'https://x');
    const { statusCode, headers, ...said } = (await this.invoke(folder, {
      ...{ version: '2.0', rawPath: pathname, rawQueryString: search.slice(1), headers: {} },
      ...{ cookies: Object.entries(cookies).map((one) => one.join('=')), requestContext: { http: { method: 'GET' } } },
    })) as { statusCode: number; headers: Record<string, string>; cookies?: string[]; body?: string };
    return {
      ...{ status: statusCode, text: said.body ?? '', location: headers.location ?? '' },
      cookies: cookiesIn(said.cookies ?? []),
    };
  }

  /** Any address of the emulator's own; follows nothing. */
  async fetch(url: string, request: RequestInit = {}): Promise<Answer> {
    const response = await fetch(url, { ...request, redirect: 'manual' });
    const location = response.headers.get('location') ?? '';
    return {
      status: response.status,
      text: await response.text(),
      location,
      cookies: cookiesIn(response.headers.getSetCookie()),
    };
  }

  /** Variables of a deployed function. */
  async variables(folder: string): Promise<Record<string, string>> {
    const { Environment } = await this.read(`/2015-03-31/functions/scorecards-dev-europe-${folder}/configuration`);
    return (Environment as { Variables: Record<string, string> }).Variables;
  }

  /** Runs a deployed function with an event, as a rule does. Answers what it answers. */
  async invoke(folder: string, event: object): Promise<unknown> {
    const path = `/2015-03-31/functions/scorecards-dev-europe-${folder}/invocations`;
    const { status, text } = await this.fetch(`${this.aws.endpoint}${path}`, { method: 'POST', body: JSON.stringify(event) });
    if (status !== 200) throw new Error(`${folder}: ${status} ${text}`);
    return JSON.parse(text);
  }

  /** The function that stands at CloudFront's edge. */
  async edge(): Promise<(uri: string) => EdgeAnswer> {
    const path = '/2020-05-31/function/scorecards-dev-europe-let-read?Stage=LIVE';
    const { status, text } = await this.fetch(`${this.aws.endpoint}${path}`, {
      headers: { authorization: this.signed('cloudfront') },
    });
    if (status !== 200) throw new Error(`the edge: ${status} ${text}`);
    return atEdge(text);
  }

  private signed(service: string): string {
    return `AWS4-HMAC-SHA256 Credential=${this.aws.account}/20260101/${this.aws.region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
  }

  private async read(path: string): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.aws.endpoint}${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  }
}

const cookiesIn = (lines: readonly string[]): Answer['cookies'] =>
  Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      return [name!, { value: value!, path: /; Path=([^;]*)/.exec(line)?.[1] ?? '' }] as const;
    }),
  );

const fromCookie = (text: string): Buffer =>
  Buffer.from(text.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/'), 'base64');

/** What CloudFront lets whoever brings these cookies read: a URL with a star at its end. Undefined where our key did not sign it. */
export function signedFor({ cookies }: Answer, publicKey: string): string | undefined {
  const key: KeyObject = createPublicKey(publicKey);
  const policy = fromCookie(cookies['CloudFront-Policy']!.value);
  if (!verify('RSA-SHA1', policy, key, fromCookie(cookies['CloudFront-Signature']!.value))) return undefined;
  return (JSON.parse(policy.toString()) as { Statement: [{ Resource: string }] }).Statement[0].Resource;
}
