import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { InvalidRequest } from '@kernel/http/schemas';
import { reject } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { IdentityProvider } from '../adapters/identity-provider';
import { TakeFinding } from './take-finding';

/** Something that says it comes from the identity provider: its bytes, and what is to prove it. */
export class ReceiveWord extends Command<void> {
  constructor(
    readonly bytes: Buffer = Buffer.alloc(0),
    readonly signature = '',
  ) {
    super();
  }
}

const word = z.object({
  payload: z.object({ action: z.string(), object: z.object({ id: z.string() }) }),
});

@CommandHandler(ReceiveWord)
export class ReceiveWordHandler implements ICommandHandler<ReceiveWord> {
  constructor(
    private readonly commands: CommandBus,
    private readonly database: Database,
    private readonly provider: IdentityProvider,
    private readonly context: RequestContext,
  ) {}

  /** The word only says that there is something to ask for; what was found is asked for anew. */
  async execute({ bytes, signature }: ReceiveWord): Promise<void> {
    if (!this.provider.isSigned(bytes, signature)) reject('verification.signature_invalid');
    const { action, object } = read(bytes.toString('utf8'));
    if (action !== 'check.completed') return;
    this.context.become({ actor: { type: 'system', id: 'system', roles: [] } });
    const [row] = await this.database.query<{ id: string }>(
      'select id from verifications where provider_check = $1',
      [object.id],
    );
    // An unknown one is refused, so that the provider says it again when the row is there.
    const { id } = row ?? reject('verification.not_found');
    const finding = await this.provider.finding(object.id);
    if (finding) await this.commands.execute(new TakeFinding(id, finding));
  }
}

function read(body: string): z.infer<typeof word>['payload'] {
  try {
    return word.parse(JSON.parse(body)).payload;
  } catch {
    throw new InvalidRequest([
      { path: '', code: 'verification.webhook', message: 'not a webhook we know' },
    ]);
  }
}
