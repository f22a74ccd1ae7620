import { parseCheckpoint } from '@eventstore/checkpoint';
import { isSignedBy, parseNote } from '@eventstore/notes';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LogKeys } from '../adapters/log-keys';
import { checkpointOf } from '../adapters/log-rows';

/**
 * A witness has seen a checkpoint and signed it with the time. Rejects audit.not_found for one that
 * is not ours, audit.unknown_witness, and audit.bad_cosignature.
 */
export class AddCosignature extends Command<void> {
  constructor(readonly checkpoint: string) {
    super();
  }
}

@CommandHandler(AddCosignature)
export class AddCosignatureHandler implements ICommandHandler<AddCosignature> {
  constructor(
    private readonly database: Database,
    private readonly keys: LogKeys,
  ) {}

  async execute({ checkpoint }: AddCosignature): Promise<void> {
    const note = parseNote(checkpoint);
    const seen = parseCheckpoint(checkpoint);
    if (!note || !seen) return reject('audit.bad_cosignature');
    const own = await checkpointOf(this.database, { size: seen.size });
    if (parseNote(own?.note ?? '')?.text !== note.text) return reject('audit.not_found');
    for (const { name, id, line, signature } of note.signatures) {
      const witness = this.keys.witnesses.find((one) => one.name === name && one.id.equals(id));
      if (!witness) continue;
      if (!isSignedBy(note, witness)) return reject('audit.bad_cosignature');
      const at = new Date(Number(signature.readBigUInt64BE(0)) * 1_000).toISOString();
      await this.database.query(
        `insert into record.tlog_cosignatures (size, name, line, at) values ($1, $2, $3, $4)
          on conflict do nothing`,
        [seen.size, name, line, at],
      );
      return;
    }
    reject('audit.unknown_witness');
  }
}
