import type * as wire from '@wire/verification';
import { instant } from '@wire/primitives';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';
import { DescribeFiles, LinkToFile } from '../../../platform/files';
import {
  columns,
  opened,
  registerOf,
  rowOf,
  type VerificationRow,
} from '../adapters/verification-rows';

const keys = z.tuple([instant, z.uuid()]);

/** Who waits to be known, the most urgent first. */
export class FindVerifications extends Query<z.infer<typeof wire.verificationRows>> {
  constructor(readonly filter: z.infer<typeof wire.findVerifications>) {
    super();
  }
}

/** All that compliance needs to decide about papers. Rejects verification.not_found. */
export class VerificationById extends Query<wire.VerificationDetail> {
  constructor(readonly id: string) {
    super();
  }
}

/** A link to one paper, for whoever says why. Rejects verification.purpose_missing, files.not_found. */
export class LinkToPaper extends Query<{ url: string }> {
  constructor(
    readonly id: string,
    readonly fileId: string,
    readonly purpose: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(FindVerifications)
export class FindVerificationsHandler implements IQueryHandler<FindVerifications> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { state, after, limit } }: FindVerifications) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<VerificationRow>(
      `select ${columns} from verifications where ($1::text is null or state = $1)
        and ($2::timestamptz is null or (due_at, id) > ($2, $3::uuid))
        order by due_at, id limit $4`,
      [state ?? null, at, id, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => [last.dueAt.toISOString(), last.id]);
    const names = await this.queries.execute(
      new NamesOf(page.items.map(({ accountId }) => accountId)),
    );
    const items = page.items.map((row) => rowShown(row, names.get(row.accountId)?.name ?? ''));
    return { items, next: page.next };
  }
}

@QueryHandler(VerificationById)
export class VerificationByIdHandler implements IQueryHandler<VerificationById> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
    private readonly context: RequestContext,
  ) {}

  async execute({ id }: VerificationById): Promise<wire.VerificationDetail> {
    const row = await rowOf(this.database, id);
    const { accountId, decidedBy } = row;
    const names = await this.queries.execute(
      new NamesOf([accountId, ...(decidedBy ? [decidedBy] : [])]),
    );
    const { stated, extracted } = await opened(this.keys, row);
    const files = await this.context.run({}, () =>
      this.queries.execute(new DescribeFiles(row.files)),
    );
    return {
      ...rowShown(row, names.get(accountId)?.name ?? ''),
      stated: { ...stated, company: stated.company ?? null },
      extracted,
      register: await registerOf(this.keys, row),
      files: row.files.flatMap((one) => files.get(one) ?? []),
      ...{ reasons: [...row.reasons], note: row.note, checklist: [...row.checklist] },
      decidedBy:
        decidedBy === null ? null : { id: decidedBy, name: names.get(decidedBy)?.name ?? '' },
      decidedAt: row.decidedAt?.toISOString() ?? null,
      expiresAt: row.expiresAt?.toISOString() ?? null,
      approvalId: row.approvalId,
    };
  }
}

@QueryHandler(LinkToPaper)
export class LinkToPaperHandler implements IQueryHandler<LinkToPaper> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  /** The file stays its owner's: nobody of staff is given a grant, each look is a link of five minutes. */
  async execute({ id, fileId, purpose }: LinkToPaper): Promise<{ url: string }> {
    if (!purpose?.trim()) reject('verification.purpose_missing');
    const { files } = await rowOf(this.database, id);
    if (!files.includes(fileId)) reject('files.not_found');
    return this.context.run({}, async () => ({
      url: await this.queries.execute(new LinkToFile(fileId)),
    }));
  }
}

function rowShown(row: VerificationRow, name: string): wire.VerificationRow {
  const { id, accountId, tier, state, risk, outcome, submittedAt, dueAt } = row;
  return {
    ...{ id, tier, state, risk, outcome, account: { id: accountId, name } },
    ...{ submittedAt: submittedAt.toISOString(), dueAt: dueAt.toISOString() },
  };
}
