import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Proof } from '@wire/factors';
import { FactorLocks } from '../adapters/factor-locks';
import { Passkeys } from '../adapters/passkeys';
import { RecoveryCodes } from '../adapters/recovery-codes';
import { Totp } from '../adapters/totp';

/** What can be shown here; codes that are sent belong to accounts. */
export type OwnProof = Exclude<Proof, { method: 'sms' | 'mail' }>;

export type Shown =
  | { readonly outcome: 'right' }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'locked'; readonly retryAfterSeconds: number };

/** Shows who it is by a factor of this account. `binding` is the session or ticket that asked. */
export class ProveFactor extends Command<Shown> {
  constructor(
    readonly accountId: string,
    readonly proof: OwnProof,
    readonly binding: string,
  ) {
    super();
  }
}

@CommandHandler(ProveFactor)
export class ProveFactorHandler implements ICommandHandler<ProveFactor> {
  constructor(
    private readonly facts: Facts,
    private readonly locks: FactorLocks,
    private readonly passkeys: Passkeys,
    private readonly codes: RecoveryCodes,
    private readonly totp: Totp,
  ) {}

  async execute({ accountId, proof, binding }: ProveFactor): Promise<Shown> {
    if (proof.method !== 'passkey') return this.byCode(accountId, proof);
    const occasion = { purpose: 'prove', accountId, binding } as const;
    const who = await this.passkeys.whoSigned(proof.ceremonyId, occasion, proof.response);
    return { outcome: who === null ? 'wrong' : 'right' };
  }

  /** Committed whatever the outcome: a wrong one is counted. */
  private byCode(accountId: string, proof: Exclude<OwnProof, { method: 'passkey' }>) {
    return this.facts.commit<Shown>(async (_, sql) => {
      const seconds = await this.locks.secondsOf(sql, accountId);
      if (seconds > 0)
        return { told: [], answer: { outcome: 'locked', retryAfterSeconds: seconds } };
      const isTotp = proof.method === 'totp';
      const left = isTotp ? null : await this.codes.use(sql, accountId, proof.code);
      const right = isTotp ? await this.totp.use(sql, accountId, proof.code) : left !== null;
      if (!right) {
        await this.locks.wrong(sql, accountId);
        return { told: [], answer: { outcome: 'wrong' } };
      }
      await this.locks.right(sql, accountId);
      const used = about('account', accountId, 'RecoveryCodeUsed', { accountId, left });
      return { told: left === null ? [] : [used], answer: { outcome: 'right' } };
    });
  }
}
