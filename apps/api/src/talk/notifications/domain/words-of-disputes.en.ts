import type { DisputeWords } from './words';

export const disputes: DisputeWords = {
  dispute_opened: {
    subject: 'A dispute on {{contract}}: answer by {{deadline}}',
    heading: '{{other}} opened a dispute',
    paragraphs: [
      '{{amount}} of “{{contract}}” is held until this is settled or decided. Read the claim and answer by {{deadline}}; without an answer, {{other}} gets what was asked for. The other milestones go on.',
    ],
    action: 'Read and answer',
  },
  dispute_answered: {
    subject: '{{other}} answered your dispute',
    heading: '{{other}} answered',
    paragraphs: ['You may both add evidence to “{{contract}}” now, and make offers.'],
    action: 'Read the answer',
  },
  dispute_answer_due: {
    subject: 'Answer by {{deadline}}: {{contract}}',
    heading: 'Your answer is due',
    paragraphs: ['Without an answer by {{deadline}}, {{other}} gets what was asked for.'],
    action: 'Answer',
  },
  dispute_evidence_added: {
    subject: 'New evidence on {{contract}}',
    heading: '{{other}} added to the case',
    paragraphs: ['You see the same case file as {{other}} and the mediator.'],
    action: 'See the evidence',
  },
  dispute_offer_made: {
    subject: 'An offer on {{contract}}',
    heading: '{{other}} made an offer',
    paragraphs: ['If you accept it, the dispute is settled and the money moves at once.'],
    action: 'See the offer',
  },
  dispute_withdrawn: {
    subject: 'The dispute on {{contract}} was withdrawn',
    heading: '{{other}} withdrew the dispute',
    paragraphs: ['The milestones go on where they stood.'],
    action: 'Open the case',
  },
  dispute_settled: {
    subject: 'Settled: {{contract}}',
    heading: 'You agreed',
    paragraphs: ['The dispute on “{{contract}}” is settled. The money moves now.'],
    action: 'See the settlement',
  },
  dispute_ruling: {
    subject: 'The decision on {{contract}}',
    heading: 'The dispute is decided',
    paragraphs: [
      '{{reasons}}',
      'You may appeal once, by {{deadline}}. The money moves when that time has passed.',
    ],
    action: 'Read the decision',
  },
  dispute_default: {
    subject: 'The dispute on {{contract}} was decided by time',
    heading: 'A deadline passed',
    paragraphs: [
      'What was announced for that happens now. You may appeal once, by {{deadline}}. The money moves when that time has passed.',
    ],
    action: 'Read the decision',
  },
  dispute_appeal_due: {
    subject: 'Appeal by {{deadline}}: {{contract}}',
    heading: 'The time to appeal ends soon',
    paragraphs: ['After {{deadline}} the decision is carried out and cannot be changed.'],
    action: 'Read the decision',
  },
  dispute_appealed: {
    subject: '{{other}} appealed the decision on {{contract}}',
    heading: 'Two other people look at it',
    paragraphs: ['Nobody who decided takes part. They decide by {{deadline}}; the money waits.'],
    action: 'Open the case',
  },
  dispute_appeal_decided: {
    subject: 'The appeal on {{contract}} is decided',
    heading: 'The appeal is decided',
    paragraphs: ['This is final. The money moves now.'],
    action: 'Read the decision',
  },
  dispute_executed: {
    subject: 'The money of {{contract}} was paid out',
    heading: 'Carried out',
    paragraphs: ['What was decided or agreed is on both wallets.'],
    action: 'See what moved',
  },
};
