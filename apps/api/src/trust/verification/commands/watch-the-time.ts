import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { IdentityProvider } from '../adapters/identity-provider';
import { rowOf } from '../adapters/verification-rows';
import { expiry, overdue } from '../domain/deadlines';
import { TakeFinding } from './take-finding';

/** No word came: the provider is asked once more; then people look at the papers themselves. */
@Injectable()
@OnDue(overdue)
export class EndWaiting {
  constructor(
    private readonly database: Database,
    private readonly provider: IdentityProvider,
    private readonly commands: CommandBus,
  ) {}

  async due(id: string): Promise<void> {
    const { state, providerCheck } = await rowOf(this.database, id);
    if (state !== 'checking') return;
    const asked = providerCheck
      ? await this.provider.finding(providerCheck).catch(() => null)
      : null;
    const finding = asked ?? { outcome: 'no_answer' as const, extracted: null };
    await this.commands.execute(new TakeFinding(id, finding));
  }
}

/** A proof is reminded of 30 and 7 days before it is over, and then it is. */
@Injectable()
@OnDue(expiry)
export class WatchExpiry {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async due(key: string): Promise<void> {
    const [id = '', days = '0'] = key.split(':');
    const { accountId, tier, state, expiresAt } = await rowOf(this.database, id);
    if (state !== 'approved' || !expiresAt) return;
    const ids = { verificationId: id, accountId, tier };
    if (days !== '0' && expiresAt > this.clock.now()) {
      const fact = { ...ids, expiresAt: expiresAt.toISOString() };
      const told = [about('identity', accountId, 'IdentityExpiring', fact)];
      await this.facts.commit(() => Promise.resolve({ told }));
      return;
    }
    await this.facts.commit(async (_, sql) => {
      await sql.query("update verifications set state = 'expired' where id = $1", [id]);
      return { told: [about('identity', accountId, 'IdentityExpired', ids)] };
    });
  }
}
