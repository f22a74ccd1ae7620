import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import limit from 'p-limit';
import { ReadersOf } from '../../accounts';
import { memberAt } from '../adapters/household-rows';
import { statementPdf } from '../adapters/statement-pdf';
import { may } from '../domain/members';
import { statementWords } from '../domain/statement-words';
import { MembersWho } from '../queries/members-who';
import { OrganisationName } from '../queries/organisation-name';
import { StatementOf } from '../queries/statement-of';

/**
 * The statement of a month that is over gets the next number of the organisation's series. Issued once:
 * a second time answers with what is there.
 */
export class IssueStatement extends Command<{ number: number }> {
  constructor(
    readonly organisationId: string,
    readonly month: string,
  ) {
    super();
  }
}

@CommandHandler(IssueStatement)
export class IssueStatementHandler implements ICommandHandler<IssueStatement> {
  /** Sheets are drawn one after the other: at once most would be drawn for a number that is taken. */
  private readonly inTurn = limit(1);

  constructor(
    private readonly facts: Facts,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId, month }: IssueStatement): Promise<{ number: number }> {
    const { id, type } = this.context.actor;
    // When a month is over the house issues it, for nobody in particular.
    const by = type === 'system' ? null : id;
    const issuedAt = this.clock.now();
    if (month >= issuedAt.toISOString().slice(0, 7)) reject('organisations.month_not_over');
    if (by !== null) may(await memberAt(this.database, organisationId, by), 'statements');
    const statement = await this.queries.execute(new StatementOf(organisationId, month));
    const organisation = (await this.queries.execute(new OrganisationName(organisationId))) ?? '';
    const words = statementWords[await this.languageOf(organisationId, by)];
    const draw = async (number: number): Promise<Sheet> => {
      const pdf = await statementPdf({ number, organisation, issuedAt, statement }, words);
      return { number, month, pdf, issuedAt, by };
    };
    return this.inTurn(() => this.issue(organisationId, month, draw));
  }

  /** Of whoever asks; of who owns the organisation where nobody does. */
  private async languageOf(organisationId: string, by: string | null): Promise<'en' | 'ar'> {
    const owners = () => this.queries.execute(new MembersWho(organisationId, ['owner']));
    const reader = by ?? (await owners())[0] ?? '';
    return (await this.queries.execute(new ReadersOf([reader]))).get(reader)?.locale ?? 'en';
  }

  /** Drawn before the transaction: a long sheet holds nobody up. Who was overtaken draws anew. */
  private async issue(
    organisationId: string,
    month: string,
    draw: (number: number) => Promise<Sheet>,
  ): Promise<{ number: number }> {
    for (;;) {
      const { known, next: number } = await numbersOf(this.database, organisationId, month);
      if (known !== null) return { number: known };
      if (await this.keep(organisationId, await draw(number))) return { number };
    }
  }

  /** @returns whether the number was still the next one; the row of the organisation is held for it. */
  private keep(organisationId: string, { number, month, pdf, issuedAt, by }: Sheet) {
    return this.facts.commit<boolean>(async (_, sql) => {
      await sql.query('select 1 from organisations where id = $1 for update', [organisationId]);
      const { known, next } = await numbersOf(sql, organisationId, month);
      if (known !== null || next !== number) return { told: [], answer: false };
      const hash = createHash('sha256').update(pdf).digest('hex');
      await sql.query(
        `insert into org_statements (organisation_id, number, month, issued_at, issued_by, sha256, pdf)
          values ($1, $2, $3, $4, $5, $6, $7)`,
        [organisationId, number, month, issuedAt.toISOString(), by, hash, pdf],
      );
      const fact = { organisationId, number, month, sha256: hash, by };
      const told = [about('organisation', organisationId, 'StatementIssued', fact)];
      return { told, answer: true };
    });
  }
}

interface Sheet {
  readonly number: number;
  readonly month: string;
  readonly pdf: Buffer;
  readonly issuedAt: Date;
  readonly by: string | null;
}

async function numbersOf(sql: Sql, organisationId: string, month: string) {
  const [row] = await sql.query<{ known: number | null; next: number }>(
    `select max(number) filter (where month = $2) as known, coalesce(max(number), 0) + 1 as next
      from org_statements where organisation_id = $1`,
    [organisationId, month],
  );
  return row ?? { known: null, next: 1 };
}
