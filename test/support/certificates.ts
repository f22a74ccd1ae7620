import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CertificateFiles } from '@kernel/http/transport';

const script = join(__dirname, '../../scripts/certificates.mjs');

/** An authority of its own and a certificate for localhost, by the very program that people run. */
export class Certificates {
  readonly folder = mkdtempSync(join(tmpdir(), 'guildhall-tls-'));
  readonly files: CertificateFiles = {
    certFile: join(this.folder, 'certificate.pem'),
    keyFile: join(this.folder, 'key.pem'),
  };

  constructor() {
    this.renew();
  }

  get authority(): string {
    return readFileSync(join(this.folder, 'authority.pem'), 'utf8');
  }

  renew(): void {
    execFileSync(process.execPath, [script, '--folder', this.folder]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** What a connection became: its protocol and whose certificate it saw, or why there is none. */
export function handshake(
  port: number,
  options: ConnectionOptions,
): Promise<{ protocol: string | null; serial: string } | { refused: string }> {
  return new Promise((done) => {
    const socket: TLSSocket = connect({ port, host: '127.0.0.1', ...options }, () => {
      done({ protocol: socket.getProtocol(), serial: socket.getPeerCertificate().serialNumber });
      socket.destroy();
    });
    socket.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      done({ refused: code ?? message });
    });
  });
}
