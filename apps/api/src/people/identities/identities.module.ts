import { Module } from '@nestjs/common';
import { OrganisationIssuers } from './adapters/organisation-issuers';
import { Passage } from './adapters/passage';
import { Providers } from './adapters/providers';
import { SamlAnswers } from './adapters/saml-answers';
import { BeginLinkHandler, BeginLogInHandler } from './commands/begin';
import { FinishHandler } from './commands/finish';
import { ForgetIdentities } from './commands/forget-person';
import { Homes } from './commands/homes';
import { JoinHandler } from './commands/join';
import { KeepSamlAnswerHandler } from './commands/keep-saml-answer';
import { LinkArrivalHandler } from './commands/link-arrival';
import { BeginSsoHandler, FinishSsoHandler } from './commands/sso';
import { SsoWelcome } from './commands/sso-welcome';
import { UnlinkHandler } from './commands/unlink';
import { IdentitiesController } from './identities.controller';
import { ArrivalOfHandler } from './queries/arrival-of';
import { OwnIdentitiesHandler } from './queries/own-identities';
import { ProvidersHereHandler } from './queries/providers-here';
import { TellIdentities } from './queries/what-is-kept';

const commands = [
  BeginLinkHandler,
  BeginLogInHandler,
  BeginSsoHandler,
  FinishHandler,
  FinishSsoHandler,
  ForgetIdentities,
  JoinHandler,
  KeepSamlAnswerHandler,
  LinkArrivalHandler,
  UnlinkHandler,
];
const queries = [ArrivalOfHandler, OwnIdentitiesHandler, ProvidersHereHandler, TellIdentities];

const own = [Homes, OrganisationIssuers, Passage, Providers, SamlAnswers, SsoWelcome];

@Module({
  controllers: [IdentitiesController],
  providers: [...commands, ...queries, ...own],
})
export class IdentitiesModule {}
