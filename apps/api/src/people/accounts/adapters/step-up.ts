import { CONFIG, secretsOf, type Config } from '../../../config';
import { RequestContext } from '@kernel/context';
import { secretOf } from '@kernel/http/tokens';
import { reject } from '@kernel/reject';
import type { stepUpPurposes } from '@wire/accounts';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { createHmac } from 'node:crypto';
import type * as z from 'zod';

export type StepUpPurpose = z.infer<typeof stepUpPurposes>;

const lifeSeconds = 300;

interface Claims {
  readonly sub: string;
  readonly purpose: StepUpPurpose;
  /** The session that showed it; nobody else may carry it. */
  readonly sid?: string;
}

/** A second look before a risky step: a token for one person and one purpose, good for five minutes. */
@Injectable()
export class StepUp {
  private readonly jwt = new JwtService();
  /** Not the secret of access tokens: neither kind can pass for the other. */
  private readonly secrets: readonly string[];

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly context: RequestContext,
  ) {
    this.secrets = secretsOf(config.AUTH_SECRET, config.AUTH_PREVIOUS_SECRET).map((secret) =>
      createHmac('sha256', secret).update('step-up').digest('hex'),
    );
  }

  issue(
    accountId: string,
    purpose: StepUpPurpose,
    sid?: string,
  ): { token: string; expiresAt: string } {
    const claims = { sub: accountId, purpose, ...(sid && { sid }) };
    const [secret = ''] = this.secrets;
    const token = this.jwt.sign(claims, { secret, expiresIn: lifeSeconds });
    return { token, expiresAt: new Date(Date.now() + lifeSeconds * 1_000).toISOString() };
  }

  /** Rejects accounts.step_up_required unless this request carries a token for the purpose. */
  require(purpose: StepUpPurpose): void {
    const { actor, sessionId, stepUp = '' } = this.context.now;
    if (actor.type === 'system') return;
    const claims = this.read(stepUp);
    const { sid = sessionId } = claims ?? {};
    const isHere = sessionId === undefined || sid === sessionId;
    if (claims?.sub !== actor.id || claims.purpose !== purpose || !isHere)
      reject('accounts.step_up_required', { purpose });
  }

  private read(token: string): Claims | undefined {
    try {
      const secret = secretOf(token, this.secrets);
      return this.jwt.verify<Claims>(token, { secret, algorithms: ['HS256'] });
    } catch {
      return undefined;
    }
  }
}
