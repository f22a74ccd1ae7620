import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** Compliance needs something of the person first. Nothing is sent: what to ask is a person's choice. */
export class WaitForUser extends Command<void> {
  constructor(
    readonly caseId: string,
    readonly note: string,
  ) {
    super();
  }
}

@CommandHandler(WaitForUser)
export class WaitForUserHandler implements ICommandHandler<WaitForUser> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ caseId, note }: WaitForUser): Promise<void> {
    const { id: by } = this.context.actor;
    await this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<{ account_id: string }>(
        `update screening_cases set state = 'awaiting_user' where id = $1 and state = 'open'
          returning account_id`,
        [caseId],
      );
      const accountId = row?.account_id ?? reject('screening.already_resolved');
      const sealed = await this.keys.seal(accountId, note);
      await sql.query('update screening_cases set note = $2 where id = $1', [caseId, sealed]);
      return { told: [about('case', caseId, 'ScreeningCaseWaited', { caseId, accountId, by })] };
    });
  }
}
