import { constants } from 'node:crypto';
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { SecureContextOptions, Server } from 'node:tls';

/** Where a certificate (with its chain) and its key lie, as PEM. */
export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** Both or neither: a key without its certificate is a mistake that would leave a server without TLS. */
export function certificateFiles(
  certFile: string | undefined,
  keyFile: string | undefined,
): CertificateFiles | undefined {
  if (!certFile && !keyFile) return undefined;
  if (!certFile || !keyFile) throw new Error('TLS_CERT_FILE and TLS_KEY_FILE come together.');
  return { certFile, keyFile };
}

/**
 * Since TLS 1.2, with forward secrecy and authenticated encryption; 1.3 has nothing else. A handshake is
 * made once: a client that may ask for another costs us many times what it costs itself.
 */
const rules = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
  ciphers: [
    ...['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
    ...['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'],
    ...['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'],
    ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'],
  ].join(':'),
} as const satisfies SecureContextOptions & { honorCipherOrder: boolean };

/** What a server over TLS is made with, now. */
export const secured = ({ certFile, keyFile }: CertificateFiles) => ({
  ...rules,
  cert: readFileSync(certFile),
  key: readFileSync(keyFile),
});

/**
 * A certificate that was renewed is used from the next connection on; nobody is cut off for it. One that
 * does not fit its key is not taken: the old one is better than none. Answers how to stop.
 */
export function followCertificate(
  server: Pick<Server, 'setSecureContext'>,
  files: CertificateFiles,
  { everyMs = 10_000, say }: { everyMs?: number; say: (what: string) => void },
): () => void {
  const renew = () => {
    try {
      server.setSecureContext(secured(files));
      say('The certificate was renewed.');
    } catch (error) {
      say(`The renewed certificate is not used: ${(error as Error).message}`);
    }
  };
  // Asked for and not told: whoever renews may put another file, or a link to one, in its place.
  const all = [files.certFile, files.keyFile];
  for (const file of all) watchFile(file, { interval: everyMs, persistent: false }, renew);
  return () => {
    for (const file of all) unwatchFile(file, renew);
  };
}
