export { AskToSpend, type Leave, type Plan } from './commands/ask-to-spend';
export { ActFor } from './commands/act-for';
export { ChangeLimits, ChangeOrganisation } from './commands/change-organisation';
export {
  AskIn,
  Dismiss,
  PlaceInvited,
  PlaceMember,
  Uninvite,
} from './commands/follow-directory';
export { FoundOrganisation } from './commands/found-organisation';
export { InviteMember } from './commands/invite-member';
export { JoinOrganisation } from './commands/join-organisation';
export { NoteHire, type Hire } from './commands/note-hire';
export { TakeSeat } from './commands/take-seat';
export { organisationEvents, type OrganisationEvent } from './domain/organisations.events';
export { ActingFor, type Acting } from './queries/acting-for';
export { InvitationOf } from './queries/invitation-of';
export { HasSeatFor, MembersOf, RoleIn } from './queries/members-of';
export { MembersWho } from './queries/members-who';
export { MustGovern } from './queries/must-govern';
export { OrganisationName } from './queries/organisation-name';
