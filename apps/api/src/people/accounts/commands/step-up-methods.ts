import type { ProofMethod } from '@wire/factors';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FactorsOf } from '../../factors';
import type { Account } from '../adapters/account';
import type { StepUpPurpose } from '../adapters/step-up';

/**
 * A code that is sent counts only where there is nothing stronger. A recovery code opens the security
 * settings, so that a lost phone can be replaced, and nothing that moves money.
 */
@Injectable()
export class StepUpMethods {
  constructor(private readonly queries: QueryBus) {}

  async of(
    { id, phoneVerifiedAt }: Pick<Account, 'id' | 'phoneVerifiedAt'>,
    purpose: StepUpPurpose,
  ): Promise<ProofMethod[]> {
    const own = await this.queries.execute(new FactorsOf(id));
    const strong = own.filter((method) => method === 'passkey' || method === 'totp');
    const sent = strong.length > 0 ? [] : [phoneVerifiedAt ? ('sms' as const) : ('mail' as const)];
    const last = purpose === 'security' && own.includes('recovery') ? ['recovery' as const] : [];
    return [...strong, ...sent, ...last];
  }
}
