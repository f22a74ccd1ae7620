import { reject } from '@kernel/reject';
import type { SamlCertificate } from '@wire/sso';
import { X509Certificate } from 'node:crypto';

const leastBits = 2_048;

/**
 * A certificate as PEM, however it was pasted. Only its key is believed, so nothing is asked of who
 * issued it or until when it says it is good. Rejects sso.certificate_invalid.
 */
export function certificateIn(pasted: string): string {
  const bare = pasted.replace(/-----(BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return reject('sso.certificate_invalid');
  const certificate = read(Buffer.from(bare, 'base64'));
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = certificate.publicKey;
  if (kind !== 'rsa' || (details?.modulusLength ?? 0) < leastBits)
    return reject('sso.certificate_invalid');
  return certificate.toString();
}

function read(der: Buffer): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch {
    return reject('sso.certificate_invalid');
  }
}

export function seen(pem: string): SamlCertificate {
  const { subject, fingerprint256: fingerprint, validToDate } = new X509Certificate(pem);
  return { subject, fingerprint, validTo: validToDate.toISOString(), pem };
}
