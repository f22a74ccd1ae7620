import { CONFIG, type Config } from '../../../config';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Codes and link tokens are derived from the id of their challenge with the server's secret, so
 * that neither the database nor a fact ever holds one.
 */
@Injectable()
export class Codes {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  codeOf(challengeId: string): string {
    return String(this.derive('code', challengeId).readUInt32BE() % 1_000_000).padStart(6, '0');
  }

  isCode(challengeId: string, code: string): boolean {
    return timingSafeEqual(Buffer.from(this.codeOf(challengeId)), Buffer.from(code));
  }

  tokenOf(challengeId: string): string {
    return `${challengeId}.${this.derive('link', challengeId).toString('base64url')}`;
  }

  /** The challenge that a link token stands for; undefined when it is forged. */
  challengeOf(token: string): string | undefined {
    const [challengeId = ''] = token.split('.');
    const expected = Buffer.from(this.tokenOf(challengeId));
    const sent = Buffer.from(token);
    if (!/^[0-9a-f-]{36}$/.test(challengeId)) return undefined;
    return sent.length === expected.length && timingSafeEqual(sent, expected)
      ? challengeId
      : undefined;
  }

  private derive(purpose: string, challengeId: string): Buffer {
    return createHmac('sha256', this.config.AUTH_SECRET)
      .update(`${purpose}:${challengeId}`)
      .digest();
  }
}
