import { Database } from '@kernel/database';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { GrantFiles } from '../../../platform/files';

/** Whoever has to decide may read the files of the case. Runs as the system. */
export class OpenCaseFile extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly readers: readonly string[],
  ) {
    super();
  }
}

@CommandHandler(OpenCaseFile)
export class OpenCaseFileHandler implements ICommandHandler<OpenCaseFile> {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandBus,
  ) {}

  async execute({ disputeId, readers }: OpenCaseFile): Promise<void> {
    const rows = await this.database.query<{ file_id: string }>(
      'select file_id from dispute_evidence where dispute_id = $1 and file_id is not null',
      [disputeId],
    );
    const files = rows.map(({ file_id: id }) => id);
    for (const reader of readers) await this.commands.execute(new GrantFiles(files, reader));
  }
}
