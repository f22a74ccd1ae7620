// npm run certificates: an authority of this machine alone and a certificate of it for development, in
// .data/tls. Run again, it keeps the authority and makes the certificate anew; servers take it up by
// themselves. Names besides localhost are arguments; `--folder` writes elsewhere.
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
await import('reflect-metadata');
const x509 = await import('@peculiar/x509');
const { webcrypto } = await import('node:crypto');
const { existsSync, mkdirSync, readFileSync, writeFileSync } = await import('node:fs');
const { isIP } = await import('node:net');
const { join } = await import('node:path');
const { parseArgs } = await import('node:util');
const { at } = await import('./environment.mjs');

x509.cryptoProvider.set(webcrypto);
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 86_400_000;
const lives = { authority: 3_650, certificate: 90 };

const { values, positionals } = parseArgs({
  options: { folder: { type: 'string', default: at('.data', 'tls') } },
  allowPositionals: true,
});
const names = ['localhost', '127.0.0.1', '::1', ...positionals];
const inFolder = (name) => join(values.folder, name);

const lasting = (days) => {
  const now = Date.now();
  // A clock of another machine may be a few minutes behind.
  return { notBefore: new Date(now - 600_000), notAfter: new Date(now + days * dayMs) };
};
const newPair = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
const newSerial = () => Buffer.from(webcrypto.getRandomValues(new Uint8Array(16))).toString('hex');

async function keyText({ privateKey }) {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  return x509.PemConverter.encode(bytes, 'PRIVATE KEY');
}
const write = (name, text, mode) => writeFileSync(inFolder(name), `${text}\n`, { mode });

async function newAuthority() {
  const keys = await newPair();
  const usages = x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Guildhall development authority',
    ...lasting(lives.authority),
    serialNumber: newSerial(),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(usages, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  write('authority.pem', certificate.toString('pem'), 0o644);
  write('authority-key.pem', await keyText(keys), 0o600);
  return { certificate, privateKey: keys.privateKey };
}

async function knownAuthority() {
  const pem = readFileSync(inFolder('authority-key.pem'), 'utf8');
  const bytes = x509.PemConverter.decodeFirst(pem);
  const privateKey = await webcrypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
  const certificate = new x509.X509Certificate(readFileSync(inFolder('authority.pem'), 'utf8'));
  return { certificate, privateKey };
}

async function newCertificate({ certificate: authority, privateKey }) {
  const keys = await newPair();
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${names[0]}`,
    issuer: authority.subject,
    ...lasting(lives.certificate),
    serialNumber: newSerial(),
    publicKey: keys.publicKey,
    signingKey: privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(authority),
    ],
  });
  write('key.pem', await keyText(keys), 0o600);
  write('certificate.pem', certificate.toString('pem'), 0o644);
}

mkdirSync(values.folder, { recursive: true });
const isKnown = existsSync(inFolder('authority-key.pem'));
await newCertificate(isKnown ? await knownAuthority() : await newAuthority());
console.log(`TLS_CERT_FILE=${inFolder('certificate.pem')}`);
console.log(`TLS_KEY_FILE=${inFolder('key.pem')}`);
console.log(`NODE_EXTRA_CA_CERTS=${inFolder('authority.pem')}`);
