import { CONFIG, type Config } from '../../../config';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The link of an invitation is derived from its id and from which sending it is, so that the
 * database holds none, and a second mail voids the first.
 */
@Injectable()
export class InvitationTokens {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  tokenOf(invitationId: string, sending: number): string {
    const proof = createHmac('sha256', this.config.AUTH_SECRET)
      .update(`organisation:${invitationId}:${String(sending)}`)
      .digest('base64url');
    return `${invitationId}.${proof}`;
  }

  /** The invitation that a link says it is of; whether it is shows in `isGood`. */
  invitationIn(token: string): string | null {
    const [id = ''] = token.split('.');
    return /^[0-9a-f-]{36}$/.test(id) ? id : null;
  }

  isGood(token: string, invitationId: string, sending: number): boolean {
    const expected = Buffer.from(this.tokenOf(invitationId, sending));
    const sent = Buffer.from(token);
    return sent.length === expected.length && timingSafeEqual(sent, expected);
  }
}
