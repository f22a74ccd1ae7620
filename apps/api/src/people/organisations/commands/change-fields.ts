import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import type { FieldWish } from '@wire/org-fields';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { fieldsOf, saveFields } from '../adapters/field-rows';
import { householdOf, memberAt } from '../adapters/household-rows';
import { changedFields } from '../domain/fields';
import { may } from '../domain/members';

/** What the organisation asks of its jobs and hires from now on, all of it at once. */
export class ChangeFields extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly wishes: readonly FieldWish[],
  ) {
    super();
  }
}

@CommandHandler(ChangeFields)
export class ChangeFieldsHandler implements ICommandHandler<ChangeFields> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ organisationId, wishes }: ChangeFields): Promise<void> {
    const { id: by } = this.context.actor;
    return this.facts.commit(async (_, sql) => {
      may(await memberAt(sql, organisationId, by), 'settings');
      await householdOf(sql, organisationId);
      const now = await fieldsOf(sql, organisationId);
      await saveFields(sql, organisationId, changedFields(now, wishes, randomUUIDv7));
      const fact = { organisationId, by };
      return { told: [about('organisation', organisationId, 'FieldsChanged', fact)] };
    });
  }
}
