import { CONFIG, secretsOf, type Config } from '../../../config';
import { isSame } from '@kernel/is-same';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';

/**
 * The link of an invitation is derived from its id and from which sending it is, so that the
 * database holds none, and a second mail voids the first.
 */
@Injectable()
export class InvitationTokens {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  tokenOf(invitationId: string, sending: number, secret = this.config.AUTH_SECRET): string {
    const proof = createHmac('sha256', secret)
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
    const { AUTH_SECRET: now, AUTH_PREVIOUS_SECRET: before } = this.config;
    return secretsOf(now, before).some((secret) =>
      isSame(token, this.tokenOf(invitationId, sending, secret)),
    );
  }
}
