import type { Dictionary, Frame } from './words';
import { access } from './words-of-access.en';
import { disputes } from './words-of-disputes.en';
import { organisations } from './words-of-organisations.en';
import { advice, papers } from './words-of-papers.en';
import { security } from './words-of-security.en';
import { standstill } from './words-of-standstill.en';

export const frame: Frame = {
  dir: 'ltr',
  ending: 'Stop mails like this',
  footer: 'You get this mail because it is about your account at Guildhall.',
  money: {
    amount: 'Amount',
    fee: 'Platform fee',
    tax: 'GST on the fee',
    total: 'Paid',
    gross: 'Milestone',
    net: 'Paid to the provider',
    budget: 'Budget',
    spent: 'Spent',
    refund: 'Back to the client',
  },
  advice,
  reasons: {
    won: 'won',
    lost: 'lost',

    budget: 'the budget',
    skills: 'the skills',
    timing: 'the timing',
    chose_another: 'another provider was chosen',
    other: 'another reason',
  },
};

export const words: Dictionary = {
  ...access,
  ...disputes,
  ...organisations,
  ...papers,
  ...security,
  ...standstill,
  verify_email: {
    subject: 'Confirm your e-mail address',
    heading: 'Confirm your e-mail address',
    paragraphs: [
      'Hello {{name}}, this confirms that the address is yours. The code is good for ten minutes, the link for 24 hours, and either works once.',
    ],
    action: 'Confirm the address',
  },
  already_registered: {
    subject: 'You already have an account',
    heading: 'You already have an account',
    paragraphs: [
      'Somebody, perhaps you, tried to sign up with this address. Log in instead. If it was not you, there is nothing to do.',
    ],
    action: 'Log in',
  },
  welcome: {
    subject: 'Welcome to Guildhall',
    heading: 'Welcome, {{name}}',
    paragraphs: ['Your address is confirmed. The next step takes five minutes: {{firstStep}}'],
    action: 'Begin',
  },
  otp_code: {
    subject: 'Your code',
    heading: 'Your code',
    paragraphs: ['Type this code to go on. Nobody at Guildhall ever asks you for it.'],
  },
  new_device: {
    subject: 'Your account was opened on a new device',
    heading: 'A new device',
    paragraphs: [
      'Hello {{name}}, somebody logged in to your account on a device that we had not seen: {{device}}, from {{place}}. If it was not you, end that session and change your password.',
    ],
    action: 'See my sessions',
  },
  refresh_reused: {
    subject: 'We logged you out to keep your account safe',
    heading: 'We logged you out',
    paragraphs: [
      'A log-in of yours was used twice, as it happens when it is stolen. That session was ended. Log in again; if you did not notice anything, change your password.',
    ],
    action: 'See my sessions',
  },
  invitation: {
    subject: 'An invitation: {{job}}',
    heading: '{{other}} invites you to propose',
    paragraphs: ['“{{job}}” fits what your profile says. Proposing is free.'],
    action: 'Look at the job',
  },
  saved_search_hit: {
    subject: 'A new job for your search: {{job}}',
    heading: 'A new job for your search',
    paragraphs: ['“{{job}}” was posted just now.'],
    action: 'Look at the job',
  },
  proposal_received: {
    subject: 'A proposal for {{job}}',
    heading: '{{other}} proposes',
    paragraphs: ['There is a new proposal for “{{job}}”.'],
    action: 'Compare the proposals',
  },
  proposal_declined: {
    subject: 'Not this time: {{job}}',
    heading: 'Your proposal was declined',
    paragraphs: ['{{other}} decided on “{{job}}”. The reason: {{reason}}.'],
    action: 'See the proposal',
  },
  contract_offer: {
    subject: 'An offer: {{contract}}',
    heading: '{{other}} offers you a contract',
    paragraphs: ['The terms of “{{contract}}” wait for your signature.'],
    action: 'Read and sign',
  },
  contract_signed: {
    subject: 'Signed: {{contract}}',
    heading: 'The contract is signed',
    paragraphs: [
      'You and {{other}} signed “{{contract}}”. The signed terms are in the contract, to read and to print.',
    ],
    action: 'Open the contract',
  },
  payment_receipt: {
    subject: 'Receipt: {{total}} for {{contract}}',
    heading: 'Your money is in escrow',
    paragraphs: ['It waits there until you accept the work of {{other}}.'],
    action: 'Open the contract',
  },
  delivery_submitted: {
    subject: 'Delivered: {{contract}}',
    heading: '{{other}} delivered',
    paragraphs: [
      'Please look at it by {{deadline}}. Without a word from you the money is released then.',
    ],
    action: 'Review the delivery',
  },
  review_reminder: {
    subject: 'Please review by {{deadline}}',
    heading: 'A delivery waits for you',
    paragraphs: [
      '{{other}} delivered “{{contract}}”. On {{deadline}} the money is released by itself.',
    ],
    action: 'Review the delivery',
  },
  changes_requested: {
    subject: 'Changes asked for: {{contract}}',
    heading: '{{other}} asks for changes',
    paragraphs: [
      'The points are in the contract. The review period stops until you deliver again.',
    ],
    action: 'See the points',
  },
  released: {
    subject: '{{net}} for {{contract}}',
    heading: 'You were paid',
    paragraphs: ['{{other}} released the milestone. The money is on your wallet.'],
    action: 'Open the wallet',
  },
  release_receipt: {
    subject: 'Released: {{gross}} for {{contract}}',
    heading: 'You released a milestone',
    paragraphs: ['{{other}} was paid.'],
    action: 'Open the contract',
  },
  payout_requested: {
    subject: 'Your payout of {{amount}} is on its way',
    heading: 'Your payout was requested',
    paragraphs: [
      'It is usually there within one working day. The amount is set aside on your wallet.',
    ],
    action: 'Follow the payout',
  },
  payout_paid: {
    subject: '{{amount}} is on your bank account',
    heading: 'Your payout arrived',
    paragraphs: ['The bank’s reference is {{reference}}.'],
    action: 'Open the wallet',
  },
  payout_failed: {
    subject: 'Your payout of {{amount}} did not go through',
    heading: 'Your payout did not go through',
    paragraphs: ['The bank said: {{reason}}. Nothing is lost; the money is on your wallet again.'],
    action: 'Open the wallet',
  },
  review_revealed: {
    subject: '{{other}} wrote a review about you',
    heading: 'Your review is public',
    paragraphs: ['{{other}} wrote about “{{contract}}”. You may reply once.'],
    action: 'Read the review',
  },
  approval_requested: {
    subject: 'Your decision is asked for: {{reference}}',
    heading: '{{other}} asks for a second person',
    paragraphs: ['“{{reference}}” waits for somebody who may decide it, until {{deadline}}.'],
    action: 'Look and decide',
  },
  approval_expiring: {
    subject: 'Nobody decided yet: {{reference}}',
    heading: 'A proposal is about to expire',
    paragraphs: ['“{{reference}}” by {{other}} expires on {{deadline}}.'],
    action: 'Look and decide',
  },
  approval_granted: {
    subject: 'Agreed: {{reference}}',
    heading: '{{other}} agreed',
    paragraphs: ['“{{reference}}” is being carried out.'],
    action: 'See the proposal',
  },
  approval_rejected: {
    subject: 'Refused: {{reference}}',
    heading: '{{other}} refused',
    paragraphs: ['“{{reference}}” is not done. The comment says why.'],
    action: 'See the comment',
  },
  approval_failed: {
    subject: 'Could not be done: {{reference}}',
    heading: 'What was agreed could not be done',
    paragraphs: ['“{{reference}}” met a rule that stands in its way: {{reason}}.'],
    action: 'See the proposal',
  },
  chargeback_opened: {
    subject: 'A bank took {{amount}} back',
    heading: 'A payment was taken back',
    paragraphs: ['The bank of {{other}} asks about “{{contract}}”. The answer has a deadline.'],
    action: 'Answer it',
  },
  chargeback_alarm: {
    subject: 'Answer by {{deadline}}: {{amount}}',
    heading: 'Nobody answered yet',
    paragraphs: [
      'The bank of {{other}} waits for our evidence on “{{contract}}” until {{deadline}}.',
    ],
    action: 'Answer it',
  },
  chargeback_decided: {
    subject: 'The bank decided: {{amount}} {{reason}}',
    heading: 'The bank decided',
    paragraphs: [
      'The chargeback on “{{contract}}” was {{reason}}. The ledger shows where the money is.',
    ],
    action: 'See the outcome',
  },
  recon_difference: {
    subject: 'A difference in the reconciliation: {{reference}}',
    heading: 'What is outside is not what the ledger says',
    paragraphs: ['{{reference}} has a difference that nobody has explained yet.'],
    action: 'Look at it',
  },
  hold_limit_near: {
    subject: 'Escrow near its limit: {{contract}}',
    heading: 'The gateway holds this money not much longer',
    paragraphs: ['Money of “{{contract}}” has to leave the gateway by {{deadline}}.'],
    action: 'Open the radar',
  },
};
