import { Outgoing, OutgoingRefused, type Sent } from '@kernel/outgoing';
import { reject } from '@kernel/reject';
import { Injectable } from '@nestjs/common';

/** What whoever vouches for people publishes about itself. Rejects sso.issuer_unreachable. */
@Injectable()
export class Publications {
  constructor(private readonly outgoing: Outgoing) {}

  /** The text, or null where there is none. */
  async read(url: string, accept: string, size?: Pick<Sent, 'maxBytes'>): Promise<string | null> {
    this.check(url);
    const { status, body } = await this.outgoing
      .send(url, { method: 'GET', headers: { accept }, ...size })
      .catch(refuse);
    if (status >= 500) return reject('sso.issuer_unreachable', { why: 'failed' });
    return status === 200 ? body : null;
  }

  /** Where the browser goes to counts as well: it is an address, and leads outside. */
  check(url: string): void {
    try {
      this.outgoing.check(url);
    } catch (error) {
      refuse(error);
    }
  }
}

function refuse(error: unknown): never {
  if (error instanceof OutgoingRefused)
    return reject('sso.issuer_unreachable', { why: error.code });
  throw error;
}
