import { Module } from '@nestjs/common';
import { ChangePoolHandler, ClosePoolHandler } from './commands/change-pool';
import { ForgetPools } from './commands/forget-person';
import { InvitePoolHandler } from './commands/invite-pool';
import { DropProviderHandler, KeepProviderHandler } from './commands/keep-provider';
import { OpenPoolHandler } from './commands/open-pool';
import { PoolFileHandler } from './queries/pool-file';
import { PoolPageHandler } from './queries/pool-page';
import { PoolsHandler } from './queries/pools';
import { TellPools } from './queries/what-is-kept';
import { TalentController } from './talent.controller';

@Module({
  controllers: [TalentController],
  providers: [
    ForgetPools,
    TellPools,
    OpenPoolHandler,
    ChangePoolHandler,
    ClosePoolHandler,
    KeepProviderHandler,
    DropProviderHandler,
    InvitePoolHandler,
    PoolsHandler,
    PoolPageHandler,
    PoolFileHandler,
  ],
})
export class TalentModule {}
