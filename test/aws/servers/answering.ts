import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** `Athena.StartQueryExecution` and the like, of services that name the operation in a header. */
  operation: string;
}

type Answer =
  | { status: number; body?: string | object; headers?: Record<string, string | undefined>; breaksOff?: boolean }
  | 'cut'
  | 'silence';

/**
 * A server on this machine that answers as told, for what no real service can be made to do on demand: lose an answer, refuse for
 * a race, fail inside. `cut` closes the connection without a word, `silence` never answers, `breaksOff` closes it in mid-body.
 */
export async function answering(answer: (asked: Asked, count: number) => Answer | Promise<Answer>) {
  const asked: Asked[] = [];
  const waiting = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one: Asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
      operation: String(request.headers['x-amz-target'] ?? ''),
    };
    asked.push(one);
    const told = await answer(one, asked.length);
    if (told === 'cut') request.socket.destroy();
    else if (told === 'silence') waiting.add(response);
    else {
      const body = typeof told.body === 'object' ? JSON.stringify(told.body) : (told.body ?? '');
      response.writeHead(told.status, {
        'content-length': Buffer.byteLength(body) + (told.breaksOff ? 100 : 0),
        ...told.headers,
      });
      if (told.breaksOff) response.write(body, () => request.socket.destroy());
      else response.end(body);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    port,
    client: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' },
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** An error of S3, as XML. */
export const s3Error = (status: number, code: string) => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  headers: { 'content-type': 'application/xml' },
});

/** An error of a service that speaks JSON. */
export const jsonError = (status: number, type: string, message = type) => ({
  status,
  body: { __type: type, message, Message: message },
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': type },
});
