import { about, Facts } from '@kernel/facts';
import { RequestContext } from '@kernel/context';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { addStaffAction, rowHash, type StaffActionRow } from '../adapters/staff-log';
import type { StaffEvent } from '../domain/audit.events';

export type Seen = Pick<
  StaffActionRow,
  'action' | 'subject' | 'method' | 'path' | 'status' | 'address' | 'purpose'
>;

/** Somebody of the staff used a right that only staff has: a row, and its hash in the record. */
export class LogStaffAction extends Command<void> {
  constructor(readonly seen: Seen) {
    super();
  }
}

@CommandHandler(LogStaffAction)
export class LogStaffActionHandler implements ICommandHandler<LogStaffAction> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ seen }: LogStaffAction): Promise<void> {
    const { actor, correlation } = this.context.now;
    // The machine's time: an audit log does not move with business time.
    const at = new Date().toISOString();
    const row: StaffActionRow = {
      ...seen,
      purpose: seen.purpose && (await this.keys.seal(actor.id, seen.purpose)),
      id: randomUUIDv7(),
      at,
      staffId: actor.id,
      roles: actor.roles,
      correlation,
    };
    const { type, data }: StaffEvent = {
      type: 'StaffActed',
      data: {
        actionId: row.id,
        staffId: row.staffId,
        roles: [...row.roles],
        action: row.action,
        subject: row.subject,
        status: row.status,
        rowHash: rowHash(row).toString('hex'),
      },
    };
    await this.facts.commit(async (_, sql) => {
      await addStaffAction(sql, row);
      return { told: [about('audit', at.slice(0, 10).replaceAll('-', ''), type, data)] };
    });
  }
}
