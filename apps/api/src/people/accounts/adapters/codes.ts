import { CONFIG, secretsOf, type Config } from '../../../config';
import { isSame } from '@kernel/is-same';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';

/**
 * Codes and link tokens are derived from the id of their challenge with the server's secret, so
 * that neither the database nor a fact ever holds one.
 */
@Injectable()
export class Codes {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  codeOf(challengeId: string, secret = this.config.AUTH_SECRET): string {
    return String(derive(secret, 'code', challengeId).readUInt32BE() % 1_000_000).padStart(6, '0');
  }

  /** Also one that left before the secret was changed. */
  isCode(challengeId: string, code: string): boolean {
    return this.secrets.some((secret) => isSame(code, this.codeOf(challengeId, secret)));
  }

  tokenOf(challengeId: string, secret = this.config.AUTH_SECRET): string {
    return `${challengeId}.${derive(secret, 'link', challengeId).toString('base64url')}`;
  }

  /** The challenge that a link token stands for; undefined when it is forged. */
  challengeOf(token: string): string | undefined {
    const [challengeId = ''] = token.split('.');
    if (!/^[0-9a-f-]{36}$/.test(challengeId)) return undefined;
    const isGood = this.secrets.some((secret) => isSame(token, this.tokenOf(challengeId, secret)));
    return isGood ? challengeId : undefined;
  }

  private get secrets(): string[] {
    return secretsOf(this.config.AUTH_SECRET, this.config.AUTH_PREVIOUS_SECRET);
  }
}

const derive = (secret: string, purpose: string, challengeId: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}:${challengeId}`).digest();
