import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';

type Claims = Record<string, unknown>;
const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const secret = process.env['AUTH_SECRET'] ?? '';
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' });

const signed = (header: object, claims: Claims, by: string, hash = 'sha256'): string => {
  const text = `${coded(header)}.${coded(claims)}`;
  return `${text}.${createHmac(hash, by).update(text).digest('base64url')}`;
};

const byRsa = (header: object, claims: Claims): string => {
  const text = `${coded({ alg: 'RS256', typ: 'JWT', ...header })}.${coded(claims)}`;
  return `${text}.${createSign('sha256').update(text).sign(pair.privateKey, 'base64url')}`;
};

const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;

/** Signed with the key of second looks, which is derived from the one of access tokens. */
export function stepUpToken(access: string): string {
  const derived = createHmac('sha256', secret).update('step-up').digest('hex');
  return signed({ alg: 'HS256', typ: 'JWT' }, claimsOf(access), derived);
}

/** Every way that is known to make a token pass for one of somebody else's making. */
export function forgeries(genuine: string): readonly (readonly [what: string, token: string])[] {
  const claims = claimsOf(genuine);
  const [head = '', body = '', end = ''] = genuine.split('.');
  const now = Math.floor(Date.now() / 1000);
  const hs = { alg: 'HS256', typ: 'JWT' };
  const jwk = pair.publicKey.export({ format: 'jwk' });
  const stronger = { ...claims, roles: ['superadmin'] };
  return [
    ...['none', 'None', 'NONE', 'nOnE', ''].flatMap((alg): [string, string][] => [
      [`alg ${alg}`, `${coded({ alg, typ: 'JWT' })}.${body}.`],
      [`alg ${alg} with a signature`, `${coded({ alg, typ: 'JWT' })}.${body}.${end}`],
    ]),
    ['no signature', `${head}.${body}.`],
    ['no third part', `${head}.${body}`],
    ['a cut signature', genuine.slice(0, -4)],
    ['a longer signature', `${genuine}AAAA`],
    ['more roles under the old signature', `${head}.${coded(stronger)}.${end}`],
    [
      'somebody else under the old signature',
      `${head}.${coded({ ...claims, sub: randomUUID() })}.${end}`,
    ],
    ['a signature of nothing', signed(hs, claims, '')],
    ['a word that everybody tries', signed(hs, claims, 'secret')],
    ['another secret', signed(hs, claims, 'x'.repeat(64))],
    ['HS384 by the right secret', signed({ ...hs, alg: 'HS384' }, claims, secret, 'sha384')],
    ['HS512 by the right secret', signed({ ...hs, alg: 'HS512' }, claims, secret, 'sha512')],
    ['RS256 by a key of ours', byRsa({}, claims)],
    ['HS256 by a public key', signed(hs, claims, publicPem)],
    ['a key in the header', byRsa({ jwk }, claims)],
    ['a key elsewhere', byRsa({ jku: 'http://127.0.0.1:9/jwks.json', kid: '1' }, claims)],
    ['a certificate elsewhere', byRsa({ x5u: 'http://127.0.0.1:9/cert.pem' }, claims)],
    ['a key that is a file', signed({ ...hs, kid: '../../../../dev/null' }, claims, '')],
    ['a key that is a query', signed({ ...hs, kid: "x' union select 'a" }, claims, 'a')],
    ['a part that must be understood', signed({ ...hs, crit: ['exp'] }, claims, 'x')],
    ['a dead one', signed(hs, { ...claims, exp: now - 60 }, secret)],
    ['one of tomorrow', signed(hs, { ...claims, nbf: now + 86_400 }, secret)],
    ['one for nobody', signed(hs, { ...claims, sub: randomUUID() }, secret)],
    ['one that is text', signed(hs, { ...claims, exp: 'never' }, secret)],
  ];
}
