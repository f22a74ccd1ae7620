import { Module } from '@nestjs/common';
import { ChargebacksController } from './chargebacks.controller';
import { ObserveChargebackHandler } from './commands/observe-chargeback';
import { OffsetReceivableHandler } from './commands/offset-receivable';
import { RaiseAlarm } from './commands/raise-alarm';
import { SettleChargebackHandler } from './commands/settle-chargeback';
import { SubmitEvidenceHandler } from './commands/submit-evidence';
import { TakeFundsHandler } from './commands/take-funds';
import { FollowTheMoney } from './policies/follow-the-money';
import { WatchTheClock } from './policies/watch-the-clock';
import { ChargebackRows } from './projections/chargeback-rows';
import { ChargebackByIdHandler, FindChargebacksHandler } from './queries/chargebacks';

const commands = [
  ObserveChargebackHandler,
  TakeFundsHandler,
  SettleChargebackHandler,
  OffsetReceivableHandler,
  SubmitEvidenceHandler,
  RaiseAlarm,
];
const queries = [FindChargebacksHandler, ChargebackByIdHandler];
const policies = [FollowTheMoney, WatchTheClock];

@Module({
  controllers: [ChargebacksController],
  providers: [...commands, ...queries, ...policies, ChargebackRows],
})
export class ChargebacksModule {}
