import { Outgoing } from '@kernel/outgoing';
import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config';
import { DnsRecords } from './adapters/dns-records';
import { IssuerCheck } from './adapters/issuer-check';
import { Publications } from './adapters/publications';
import { SamlMetadata } from './adapters/saml-metadata';
import { ChangeRulesHandler } from './commands/change-rules';
import { CheckDomainHandler, ClaimDomainHandler, ReleaseDomainHandler } from './commands/domains';
import { RemoveIssuerHandler, SaveIssuerHandler } from './commands/issuer';
import { KeepDoor } from './commands/keep-door';
import { LookAgainHandler } from './commands/look-again';
import { NoteUseHandler } from './commands/note-use';
import { SaveSamlHandler } from './commands/save-saml';
import { DomainJobs, WatchDomains } from './commands/watch-domains';
import { ConnectionOfHandler } from './queries/connection-of';
import { ServiceProviderMetadataHandler } from './queries/service-provider';
import { SsoHomeHandler, VerifiedDomainsHandler } from './queries/sso-home';
import { SsoStateOfHandler } from './queries/sso-state';
import { SsoPageHandler } from './queries/sso-page';
import { SsoController } from './sso.controller';

const commands = [
  ChangeRulesHandler,
  CheckDomainHandler,
  ClaimDomainHandler,
  DomainJobs,
  KeepDoor,
  LookAgainHandler,
  NoteUseHandler,
  ReleaseDomainHandler,
  RemoveIssuerHandler,
  SaveIssuerHandler,
  SaveSamlHandler,
  WatchDomains,
];
const queries = [
  ConnectionOfHandler,
  ServiceProviderMetadataHandler,
  SsoHomeHandler,
  SsoPageHandler,
  SsoStateOfHandler,
  VerifiedDomainsHandler,
];
const outgoing = {
  provide: Outgoing,
  useFactory: ({ OUTGOING_ALLOWED: allowed }: Config) => new Outgoing({ allowed }),
  inject: [CONFIG],
};

@Module({
  controllers: [SsoController],
  providers: [
    ...commands,
    ...queries,
    DnsRecords,
    IssuerCheck,
    Publications,
    SamlMetadata,
    outgoing,
  ],
})
export class SsoModule {}
