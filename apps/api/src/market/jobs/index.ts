export { InviteProviders, type Invited } from './commands/invite-providers';
export {
  confidentialityEvents,
  confidentialityTextEvents,
  type ConfidentialityEvent,
} from './domain/confidentiality.events';
export { jobEvents, type JobEvent } from './domain/jobs.events';
export { HasSigned } from './queries/has-signed';
export { JobBriefs, type Brief } from './queries/job-briefs';
export { JobCardOf, type JobCard } from './queries/job-card-of';
export { IsInvited } from './queries/is-invited';
export { ListedJobs } from './queries/listed-jobs';
export { JobTitle } from './queries/job-title';
