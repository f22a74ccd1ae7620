import { Database } from '@kernel/database';
import { SubjectKeys } from '@kernel/subject-keys';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { columns, opened, type VerificationRow } from '../adapters/verification-rows';

interface Identity {
  /** As typed, as read, and of the company and its owners. */
  readonly names: readonly string[];
  readonly birthDate: string;
  readonly country: string;
}

/** Who somebody says, or is proved, to be: for screening only. Null when they sent nothing yet. */
export class IdentityOf extends Query<Identity | null> {
  constructor(readonly accountId: string) {
    super();
  }
}

@QueryHandler(IdentityOf)
export class IdentityOfHandler implements IQueryHandler<IdentityOf> {
  constructor(
    private readonly database: Database,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ accountId }: IdentityOf): Promise<Identity | null> {
    const [row] = await this.database.query<VerificationRow>(
      `select ${columns} from verifications where account_id = $1
        order by submitted_at desc, id desc limit 1`,
      [accountId],
    );
    if (!row) return null;
    const { stated, extracted } = await opened(this.keys, row);
    if (stated.legalName === '') return null;
    const owners = stated.company?.owners.map(({ name }) => name) ?? [];
    const names = [stated.legalName, extracted?.name ?? '', stated.company?.name ?? '', ...owners];
    return {
      names: names.filter((name) => name !== ''),
      birthDate: first(extracted?.birthDate, stated.birthDate),
      country: first(extracted?.country, stated.country),
    };
  }
}

/** What was read, or what was typed where nothing could be read. */
const first = (read = '', typed: string): string => (read === '' ? typed : read);
