import { expect, test } from '@playwright/test';
import { connect } from 'node:net';
import { createServer } from 'node:net';
import { attack } from './attack';
import { stack } from './scene';
import { addressOf } from './weak';

const smuggled = 'GET /api/smuggled HTTP/1.1\r\nHost: a\r\n\r\n';
const post = (...lines: string[]) =>
  [
    'POST /api/accounts/login HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    ...lines,
  ].join('\r\n');
const size = String(smuggled.length + 5);

/** One request to whoever reads one header, and two to whoever reads the other. */
const requests: readonly (readonly [what: string, bytes: string])[] = [
  [
    'CL.TE',
    `${post(`Content-Length: ${size}`, 'Transfer-Encoding: chunked')}\r\n\r\n0\r\n\r\n${smuggled}`,
  ],
  [
    'TE.CL',
    `${post('Transfer-Encoding: chunked', 'Content-Length: 4')}\r\n\r\n0\r\n\r\n${smuggled}`,
  ],
  ['two lengths', `${post('Content-Length: 2', `Content-Length: ${size}`)}\r\n\r\n{}${smuggled}`],
  ['a list of lengths', `${post(`Content-Length: 2, ${size}`)}\r\n\r\n{}${smuggled}`],
  ['a length with a sign', `${post('Content-Length: +2')}\r\n\r\n{}${smuggled}`],
  ['a length in hexadecimal', `${post('Content-Length: 0x2')}\r\n\r\n{}${smuggled}`],
  [
    'a coding with a space',
    `${post('Transfer-Encoding : chunked', 'Content-Length: 2')}\r\n\r\n{}${smuggled}`,
  ],
  [
    'an unknown coding',
    `${post('Transfer-Encoding: xchunked', 'Content-Length: 2')}\r\n\r\n{}${smuggled}`,
  ],
  [
    'two codings',
    `${post('Transfer-Encoding: chunked', 'Transfer-Encoding: identity')}\r\n\r\n0\r\n\r\n${smuggled}`,
  ],
  [
    'a folded header',
    `${post('X-A: b', ' Content-Length: 0', `Content-Length: ${size}`, 'Content-Length: 0')}\r\n\r\n${smuggled}`,
  ],
  [
    'a chunk of a wrong size',
    `${post('Transfer-Encoding: chunked')}\r\n\r\nffffffffffffffff1\r\n{}\r\n0\r\n\r\n${smuggled}`,
  ],
  [
    'a bare line feed',
    `${post('Content-Length: 2').replaceAll('\r\n', '\n')}\nTransfer-Encoding: chunked\n\n0\n\n${smuggled}`,
  ],
  [
    'a name with a null',
    `${post('Content-Length\0: 2', `Content-Length: ${size}`, 'Content-Length: 2')}\r\n\r\n{}${smuggled}`,
  ],
];

const answers = (target: string, bytes: string): Promise<number> =>
  new Promise((done) => {
    const { port } = new URL(target);
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    const finish = () => {
      socket.destroy();
      done(text.match(/HTTP\/1\.1 \d{3}/g)?.length ?? 0);
    };
    socket.setTimeout(1_000, finish);
    socket.on('data', (part: Buffer) => (text += part.toString('latin1')));
    socket.on('error', finish);
    socket.on('close', finish);
    socket.write(bytes);
  });

/** Answers as often as it reads the word GET or POST, wherever that stands. */
async function careless(): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      const asked = bytes.toString().match(/(GET|POST) \//g)?.length ?? 0;
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'.repeat(asked));
    });
  });
  return addressOf(server);
}

test('a request with two lengths is answered once, or not at all', async () => {
  const weak = await careless();
  const succeeds = async ([, bytes]: (typeof requests)[number], target: string) =>
    (await answers(target, bytes)) > 1;
  for (const house of [stack.api, stack.marketplace, stack.admin])
    expect(await attack({ tries: requests, house, weak, succeeds })).toEqual([]);
});
