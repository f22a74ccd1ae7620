import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { QuietHours, TextSettings } from '@wire/texts';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { setQuietHours } from '../adapters/quiet-hours';
import { MyTextSettings } from '../queries/my-text-settings';

/** The actor is not texted between these times, or at any time again. */
export class SetQuietHours extends Command<TextSettings> {
  constructor(readonly hours: QuietHours) {
    super();
  }
}

@CommandHandler(SetQuietHours)
export class SetQuietHoursHandler implements ICommandHandler<SetQuietHours> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ hours }: SetQuietHours): Promise<TextSettings> {
    if (hours.from === hours.to) reject('texts.no_quiet_time');
    const { id: accountId } = this.context.actor;
    await this.facts.commit(async (_, sql) => {
      const at = this.clock.now().toISOString();
      const changed = await setQuietHours(sql, accountId, hours, at);
      const fact = { accountId, ...hours };
      return { told: changed ? [about('quiet-hours', accountId, 'QuietHoursSet', fact)] : [] };
    });
    return this.queries.execute(new MyTextSettings());
  }
}
