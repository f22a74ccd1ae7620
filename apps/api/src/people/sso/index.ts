export { WatchDomains } from './commands/watch-domains';
export { NoteUse } from './commands/note-use';
export { domainOf } from './domain/domains';
export { ssoEvents, type SsoEvent } from './domain/sso.events';
export { ConnectionOf, type Connection } from './queries/connection-of';
export { VerifiedDomains } from './queries/sso-home';
