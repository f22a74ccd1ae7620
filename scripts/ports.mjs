import { createServer } from 'node:net';

/** True when nothing listens on that port of this machine's loopback address. */
export const isFree = (port) => listenOnce(port).then(Boolean);

/** A port that was free a moment ago. */
export async function freePort() {
  const port = await listenOnce(0);
  if (!port) throw new Error('No free port on this machine.');
  return port;
}

function listenOnce(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(0));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const { port: taken } = server.address();
      server.close(() => done(taken));
    });
  });
}
