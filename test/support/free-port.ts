import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port that nobody has right now: for whoever has to be told where another one will listen. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        done(port);
      });
    });
  });
}
