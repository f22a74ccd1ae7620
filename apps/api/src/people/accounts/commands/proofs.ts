import { Database } from '@kernel/database';
import type { Proof, ProofMethod } from '@wire/factors';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ProveFactor, type Shown } from '../../factors';
import { Challenges } from '../adapters/challenges';

export interface Asking {
  readonly accountId: string;
  /** What is accepted this time. */
  readonly methods: readonly ProofMethod[];
  /** The session or the ticket that asks. */
  readonly binding: string;
  /** What a code that was sent was sent for. */
  readonly purpose: string;
}

type Sent = Extract<Proof, { method: 'sms' | 'mail' }>;

const wasSent = (proof: Proof): proof is Sent => ['sms', 'mail'].includes(proof.method);

/** Whether somebody showed who it is: by a code that we sent, or by a factor of their own. */
@Injectable()
export class Proofs {
  constructor(
    private readonly database: Database,
    private readonly challenges: Challenges,
    private readonly commands: CommandBus,
  ) {}

  async shown(proof: Proof, { accountId, methods, binding, purpose }: Asking): Promise<Shown> {
    if (!methods.includes(proof.method)) return { outcome: 'wrong' };
    if (!wasSent(proof)) return this.commands.execute(new ProveFactor(accountId, proof, binding));
    return this.database.transaction((sql) =>
      this.challenges.answer(sql, accountId, purpose, proof.code),
    );
  }
}
