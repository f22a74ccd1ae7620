import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Added } from '@wire/factors';
import { StepUp, ViewerOf } from '../../accounts';
import { RecoveryCodes } from '../adapters/recovery-codes';
import { addedFactor } from './added-factor';

/** A log-in also asks for a code from the phone. Rejects accounts.phone_missing. */
export class AddSms extends Command<Added> {}

@CommandHandler(AddSms)
export class AddSmsHandler implements ICommandHandler<AddSms> {
  constructor(
    private readonly facts: Facts,
    private readonly codes: RecoveryCodes,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute(): Promise<Added> {
    this.stepUp.require('security');
    const { id } = this.context.actor;
    const { phoneVerified } = await this.queries.execute(new ViewerOf(id));
    if (!phoneVerified) reject('accounts.phone_missing');
    return this.facts.commit(async (_, sql) => {
      const rows = await sql.query(
        'insert into sms_factors (account_id) values ($1) on conflict do nothing returning 1',
        [id],
      );
      if (rows.length === 0) reject('factors.already_added');
      return addedFactor(this.codes, sql, id, 'sms');
    });
  }
}
