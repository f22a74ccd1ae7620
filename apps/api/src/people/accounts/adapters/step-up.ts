import { CONFIG, type Config } from '../../../config';
import { RequestContext } from '@kernel/context';
import { reject } from '@kernel/reject';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { createHmac } from 'node:crypto';

export type StepUpPurpose = 'release' | 'payout' | 'bank';

const lifeSeconds = 600;

interface Claims {
  readonly sub: string;
  readonly purpose: StepUpPurpose;
}

/** A second look before a risky step: a token for one person and one purpose, good for ten minutes. */
@Injectable()
export class StepUp {
  private readonly jwt = new JwtService();
  /** Not the secret of access tokens: neither kind can pass for the other. */
  private readonly secret: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly context: RequestContext,
  ) {
    this.secret = createHmac('sha256', config.AUTH_SECRET).update('step-up').digest('hex');
  }

  issue(accountId: string, purpose: StepUpPurpose): { token: string; expiresAt: string } {
    const { secret } = this;
    const token = this.jwt.sign({ sub: accountId, purpose }, { secret, expiresIn: lifeSeconds });
    return { token, expiresAt: new Date(Date.now() + lifeSeconds * 1_000).toISOString() };
  }

  /** Rejects accounts.step_up_required unless this request carries a token for the purpose. */
  require(purpose: StepUpPurpose): void {
    const { actor, stepUp = '' } = this.context.now;
    if (actor.type === 'system') return;
    const claims = this.read(stepUp);
    if (claims?.sub !== actor.id || claims.purpose !== purpose)
      reject('accounts.step_up_required', { purpose });
  }

  private read(token: string): Claims | undefined {
    try {
      return this.jwt.verify<Claims>(token, { secret: this.secret, algorithms: ['HS256'] });
    } catch {
      return undefined;
    }
  }
}
