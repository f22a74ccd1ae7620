import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Readable } from 'node:stream';
import { Storage } from '../adapters/storage';

/** Keeps what the house itself makes, such as tiles of the log and exports, under a name of its own. */
export class KeepObject extends Command<void> {
  constructor(
    readonly name: string,
    readonly content: Buffer | Readable,
  ) {
    super();
  }
}

@CommandHandler(KeepObject)
export class KeepObjectHandler implements ICommandHandler<KeepObject> {
  constructor(private readonly storage: Storage) {}

  execute({ name, content }: KeepObject): Promise<void> {
    return this.storage.keep(name, content);
  }
}

/** Removes it again. */
export class DropObject extends Command<void> {
  constructor(readonly name: string) {
    super();
  }
}

@CommandHandler(DropObject)
export class DropObjectHandler implements ICommandHandler<DropObject> {
  constructor(private readonly storage: Storage) {}

  execute({ name }: DropObject): Promise<void> {
    return this.storage.drop(name);
  }
}
