import { io, type Socket } from 'socket.io-client';

/** An open socket, or why there is none. */
export async function socketAt(url: string, headers: Record<string, string>): Promise<Socket> {
  const socket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: headers,
  });
  await new Promise<void>((ready, failed) => {
    socket.once('connect', ready);
    socket.once('connect_error', failed);
    // One that is shut before it said a word is no error to the library, which waits on.
    socket.io.engine.once('close', failed);
  }).catch((reason: unknown) => {
    socket.close();
    throw reason;
  });
  return socket;
}

/** The house shut it, whenever it did. */
export const shut = (socket: Socket): Promise<void> =>
  new Promise((done) => {
    if (socket.connected) socket.once('disconnect', () => done());
    else done();
  });
