import { sha256 } from '@eventstore/chain';
import type { HoldEscrow as Input } from '@wire/holds';
import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { escrow } from '../domain/escrow';
import { hold } from '../domain/hold';

/** Compliance holds money of an escrow back. */
export class HoldEscrow extends Command<{ id: string }> {
  constructor(
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(HoldEscrow)
export class HoldEscrowHandler implements ICommandHandler<HoldEscrow> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ input, idempotencyKey }: HoldEscrow): Promise<{ id: string }> {
    const { contractId, note, ...wish } = input;
    const { id: heldBy } = this.context.actor;
    const holdId = randomUUIDv7();
    const sealed = await this.keys.seal(heldBy, note);
    const request = { ...input, note: sha256(note).toString('hex') };
    return this.streams.decide(
      escrow,
      contractId,
      (state) => ({ facts: [hold(state, { ...wish, holdId, heldBy })], answer: { id: holdId } }),
      {
        intent: { scope: `hold:${heldBy}`, key: idempotencyKey, request },
        also: async (sql) => {
          await sql.query('insert into escrow_hold_words (hold_id, note) values ($1, $2)', [
            holdId,
            sealed,
          ]);
        },
      },
    );
  }
}
