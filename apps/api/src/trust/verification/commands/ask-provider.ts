import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { takeover } from '@kernel/jobs';
import { SubjectKeys } from '@kernel/subject-keys';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { buffer } from 'node:stream/consumers';
import { BytesOf, DescribeFiles } from '../../../platform/files';
import { IdentityProvider, type Paper } from '../adapters/identity-provider';
import { opened, rowOf } from '../adapters/verification-rows';
import { AskRegister } from './ask-register';

/**
 * Sends papers to the provider, outside every transaction; of a company the register is asked first. A
 * worker that dies before the row knows the check begins another one; the word about the first finds no
 * row and is forgotten.
 */
@Processor('identity', takeover)
export class AskProvider extends WorkerHost {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly provider: IdentityProvider,
    private readonly keys: SubjectKeys,
    private readonly context: RequestContext,
    private readonly commands: CommandBus,
  ) {
    super();
  }

  process({ data }: Job<{ verificationId: string }>): Promise<void> {
    return this.context.run({}, () => this.send(data.verificationId));
  }

  async send(id: string): Promise<void> {
    const row = await rowOf(this.database, id);
    if (row.state !== 'checking' || row.providerCheck !== null) return;
    const { stated } = await opened(this.keys, row);
    const [document, selfie] = await Promise.all(row.files.map((file) => this.paper(file)));
    if (!document || !selfie) return;
    if (row.tier === 'T3') await this.commands.execute(new AskRegister(id));
    const check = await this.provider.begin({
      ...{ name: stated.legalName, birthDate: stated.birthDate },
      ...{ document, selfie },
    });
    await this.database.query('update verifications set provider_check = $2 where id = $1', [
      id,
      check,
    ]);
  }

  private async paper(id: string): Promise<Paper | null> {
    const file = (await this.queries.execute(new DescribeFiles([id]))).get(id);
    if (!file) return null;
    const bytes = await buffer(await this.queries.execute(new BytesOf(id)));
    return { name: file.name, mediaType: file.mediaType, bytes };
  }
}
