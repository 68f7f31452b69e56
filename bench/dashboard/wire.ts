/** What goes over the wire between a browser and a server, counted on the way: heads, bodies, and what workers ask for too. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Wire {
  url: string;
  /** Bytes from the server, and requests by method, since the last call. */
  since(): { bytes: number; requests: Record<string, number> };
  close(): Promise<void>;
}

/** Stands before a server of this machine and passes everything on as it is. */
export async function countedWire(to: string): Promise<Wire> {
  const { hostname, port } = new URL(to);
  let bytes = 0;
  let requests: Record<string, number> = {};
  const open = new Set<Socket>();
  const wire = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => near.destroy());
    }
    // A browser sends one request at a time down a connection, so that each part begins with one.
    near.on('data', (part) => {
      const method = /^([A-Z]+) \//.exec(part.toString('latin1', 0, 16))?.[1];
      if (method) requests[method] = (requests[method] ?? 0) + 1;
    });
    far.on('data', (part) => {
      bytes += part.length;
    });
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((listening) => wire.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(wire.address() as AddressInfo).port}/`,
    since() {
      const counted = { bytes, requests };
      bytes = 0;
      requests = {};
      return counted;
    },
    close: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy();
        wire.close(() => closed());
      }),
  };
}
