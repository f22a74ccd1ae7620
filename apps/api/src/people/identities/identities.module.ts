import { Module } from '@nestjs/common';
import { Passage } from './adapters/passage';
import { Providers } from './adapters/providers';
import { BeginLinkHandler, BeginLogInHandler } from './commands/begin';
import { FinishHandler } from './commands/finish';
import { ForgetIdentities } from './commands/forget-person';
import { JoinHandler } from './commands/join';
import { LinkArrivalHandler } from './commands/link-arrival';
import { UnlinkHandler } from './commands/unlink';
import { IdentitiesController } from './identities.controller';
import { ArrivalOfHandler } from './queries/arrival-of';
import { OwnIdentitiesHandler } from './queries/own-identities';
import { ProvidersHereHandler } from './queries/providers-here';

const commands = [
  BeginLinkHandler,
  BeginLogInHandler,
  FinishHandler,
  ForgetIdentities,
  JoinHandler,
  LinkArrivalHandler,
  UnlinkHandler,
];
const queries = [ArrivalOfHandler, OwnIdentitiesHandler, ProvidersHereHandler];

@Module({
  controllers: [IdentitiesController],
  providers: [...commands, ...queries, Passage, Providers],
})
export class IdentitiesModule {}
