import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';

/** A file, a listing, a secret: what should never be served, by what an address has in it. */
const lying: readonly (readonly [RegExp, string])[] = [
  [/\.git/, 'ref: refs/heads/main\n[core]\n\trepositoryformatversion = 0'],
  [/\.env/, 'AUTH_SECRET=weak\nDATABASE_URL=postgres://a:b@c/d'],
  [/\.map$/, '{"version":3,"sources":["main.ts"],"mappings":"AAAA","sourcesContent":["a"]}'],
  [/passwd/, 'root:x:0:0:root:/root:/bin/bash'],
  [/environ/, 'PATH=/bin\0AUTH_SECRET=weak'],
  [/package/, '{"name":"guildhall","dependencies":{}}'],
  [/\/$/, '<title>Index of /</title>'],
];
const inside = 'Error: relation "jobs" does not exist\n    at query (/srv/app/database.js:1:1)';

/**
 * Believes everybody, takes everything, and says what it knows: the target on which every attack has
 * to succeed. It answers like the house would if nothing were checked.
 */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const { url = '/', headers, method } = request;
  const found = lying.find(([pattern]) => pattern.test(decoded(url)))?.[1];
  response.setHeader('access-control-allow-origin', headers.origin ?? '*');
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('set-cookie', `gh_access=${headers.cookie ?? ''}; Path=/`);
  response.setHeader('content-type', found === undefined ? 'application/json' : 'text/plain');
  if (method === 'TRACE') return void response.end(JSON.stringify(headers));
  response.end(found ?? JSON.stringify({ id: 'weak', token: 'weak', said: inside }));
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** The address of one that runs as long as the process does. */
export const weakTarget = (): Promise<string> => addressOf(createServer(answer));

/** Where a target of one's own answers, for as long as the process runs. */
export async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}
