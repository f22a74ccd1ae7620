import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { partsOf } from '@kernel/sealed';
import { SubjectKeys } from '@kernel/subject-keys';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { erased } from '@wire/privacy';
import { ReadersOf, type Reader } from '../../../people/accounts';
import type { LoggedMail } from './mail-log';

type Formerly = Pick<Reader, 'email' | 'locale' | 'timeZone'>;

/** Who a mail is for. Whoever was erased is known once more, by a key that ends with their last mail. */
@Injectable()
export class MailReaders {
  constructor(
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of({ to, about: { formerly } }: LoggedMail): Promise<Reader | undefined> {
    if (!formerly) return (await this.queries.execute(new ReadersOf([to]))).get(to);
    const opened = await this.keys.open(formerly);
    if (opened === erased) return undefined;
    return { id: to, name: '', roles: [], ...(JSON.parse(opened) as Formerly) };
  }

  /** The mail is out: nobody opens the address of who was erased again. */
  async forget({ about: { formerly } }: LoggedMail): Promise<void> {
    const { subject } = partsOf(formerly ?? '') ?? {};
    if (subject) await this.keys.destroy(this.database, subject, this.clock.now().toISOString());
  }
}
