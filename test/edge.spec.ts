import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partBytes } from '../apps/api/src/platform/files/adapters/storage';

const read = (path: string) => readFileSync(join(__dirname, '..', path), 'utf8');
const edge = read('edge/Caddyfile');
/** What stands between the brackets of a part, which themselves stand at the beginning of a line. */
const part = (name: string) => edge.split(`\n${name} {\n`)[1]?.split('\n}\n')[0] ?? '';

describe('the edge that stands in front', () => {
  it('speaks TLS 1.2 and newer, with ciphers that keep what was said secret and whole', () => {
    const [, versions = ''] = /protocols (tls.*)/.exec(part('(rules)')) ?? [];
    expect(versions).toBe('tls1.2 tls1.3');
    const ciphers = /ciphers (.*)/.exec(part('(rules)'))?.[1]?.split(' ') ?? [];
    expect(ciphers.length).toBeGreaterThan(3);
    const good = /^TLS_ECDHE_(ECDSA|RSA)_WITH_(AES_\d+_GCM_SHA\d+|CHACHA20_POLY1305_SHA256)$/;
    expect(ciphers.filter((cipher) => !good.test(cipher))).toEqual([]);
  });

  it('gets certificates that everybody trusts, unless somebody says otherwise', () => {
    expect(part('(front)')).toContain('import {$TLS_ISSUER:acme}');
    expect(edge).toContain(
      'acme_ca {$ACME_DIRECTORY:https://acme-v02.api.letsencrypt.org/directory}',
    );
    expect(part('(acme)')).not.toContain('issuer internal');
    for (const host of ['{$MARKET_HOST}', '{$CONSOLE_HOST}']) {
      expect(part(host)).toContain('import front');
      expect(part(`http://${host}`).trim()).toBe('import plain');
    }
  });

  it('leads pages to https and refuses programs', () => {
    const [service = '', refused = '', led = ''] = part('(plain)')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /^(@service|respond|redir)/.test(line));
    expect(service).toBe('@service path /api /api/* /scim/* /socket.io/*');
    expect([refused, led]).toEqual(['respond @service 403', 'redir https://{host}{uri} 308']);
  });

  it('takes the largest part of an upload, and no headers that only we may set', () => {
    const [, megabytes] = /max_size (\d+)MB/.exec(part('(front)')) ?? [];
    expect(Number(megabytes) * 1_000_000).toBeGreaterThan(partBytes);
    expect(part('(front)')).toContain('request_header -X-Reader');
  });

  it('is what the profile of the engines starts', () => {
    expect(read('docker-compose.yml')).toContain('./edge/Caddyfile:/etc/caddy/Caddyfile:ro');
  });
});
