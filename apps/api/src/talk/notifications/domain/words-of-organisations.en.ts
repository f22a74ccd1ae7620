import type { OrganisationWords } from './words';

export const organisations: OrganisationWords = {
  org_invitation: {
    subject: '{{other}} invites you to {{organisation}}',
    heading: 'Join {{organisation}} on Guildhall',
    paragraphs: [
      '{{other}} wants to hire together with you as {{organisation}}. The link is good for seven days and once. Use it with this mail address: with the account that you have, or with a new one.',
    ],
    action: 'Join',
  },
  org_spending_asked: {
    subject: 'Please decide: {{amount}} for “{{job}}”',
    heading: '{{other}} asks for your approval',
    paragraphs: [
      '“{{job}}” costs {{amount}}, which is above a limit of {{organisation}}. It goes on when you agree.',
    ],
    action: 'Look and decide',
  },
  org_spending_rejected: {
    subject: 'Not approved: “{{job}}”',
    heading: '{{other}} did not agree',
    paragraphs: [
      '“{{job}}” for {{amount}} does not go on. The comment says why; nothing that you wrote is lost.',
    ],
    action: 'See the comment',
  },
  org_budget: {
    subject: 'A budget of {{organisation}} is at {{reference}}',
    heading: '{{reference}} of a monthly budget are spent',
    paragraphs: [
      'A workspace of {{organisation}} has hired for {{spent}} of {{budget}} this month. Nothing is stopped; you decide whether to change the budget.',
    ],
    action: 'See the budgets',
  },
  org_statement: {
    subject: 'The statement of {{organisation}} for {{reference}} is there',
    heading: 'The statement for {{reference}} is there',
    paragraphs: [
      'What moved for the contracts of {{organisation}} in {{reference}} has its number and its sheet. It stays as it is; what comes later stands in the next one.',
    ],
    action: 'See the statement',
  },
  org_removed: {
    subject: 'You are no longer a member of {{organisation}}',
    heading: 'You are no longer a member of {{organisation}}',
    paragraphs: [
      'Hello {{name}}, your seat was taken back. Your own account, your contracts and your wallet stay as they are.',
    ],
  },
  org_beside_sso: {
    subject: 'Somebody came into {{organisation}} without single sign-on',
    heading: '{{other}} came in without single sign-on',
    paragraphs: [
      'Single sign-on is the only way in for members of {{organisation}}, except for its owners: they still get in when the issuer is broken. {{other}} did so just now. If that was not meant to happen, change the password of that account and end its sessions.',
    ],
    action: 'See single sign-on',
  },
  org_domain_missing: {
    subject: 'A domain of {{organisation}} is no longer proved',
    heading: 'The record of a domain is gone',
    paragraphs: [
      'We look the domains of {{organisation}} up every day. The record of one of them is gone. If it is not back by {{deadline}}, the domain is no longer yours here and nobody comes in by single sign-on with an address of it.',
    ],
    action: 'See the record',
  },
  org_domain_lost: {
    subject: '{{organisation}} has lost a domain',
    heading: 'A domain is no longer yours here',
    paragraphs: [
      'Its record was gone for seven days. Nobody comes into {{organisation}} by single sign-on with an address of that domain any more; members log in with their own password. Put the record back and prove the domain again to change that.',
    ],
    action: 'Prove it again',
  },
  org_spending_expired: {
    subject: 'Nobody decided in time: “{{job}}”',
    heading: 'A request ended without a decision',
    paragraphs: [
      '“{{job}}” for {{amount}} waited for the approval of {{organisation}} and nobody decided in time. Nothing that was written is lost; it can be asked for again.',
    ],
    action: 'See the requests',
  },
  org_sso_linked: {
    subject: '{{organisation}} can log you in now',
    heading: 'Your account opens by single sign-on of {{organisation}}',
    paragraphs: [
      'Hello {{name}}, from now on whoever logs in as you at {{organisation}} is in your account here, for as long as you are a member. If you did not expect that, write to whoever runs {{organisation}}.',
    ],
    action: 'See connected accounts',
  },
  org_onboarding_begun: {
    subject: '{{organisation}} has tasks for you',
    heading: 'Before and beside the work for {{organisation}}',
    paragraphs: [
      'Hello {{name}}, you signed a contract of {{organisation}}. It asks everybody who works for it to read, sign or send in some things. The page says what, by when, and what has to be done before your first delivery.',
    ],
    action: 'See the tasks',
  },
  org_onboarding_returned: {
    subject: 'A task for {{organisation}} came back',
    heading: '{{organisation}} sent a task back to you',
    paragraphs: [
      'Hello {{name}}, somebody looked at what you handed in and needs something else. The reason is with the task; please hand it in again by {{deadline}}.',
    ],
    action: 'See the reason',
  },
  org_onboarding_due: {
    subject: 'A task for {{organisation}} is due by {{deadline}}',
    heading: 'A task is still open',
    paragraphs: [
      'Hello {{name}}, {{organisation}} asked you for something that is due by {{deadline}}.',
    ],
    action: 'Do it now',
  },
};
