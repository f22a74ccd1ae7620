import type { Frame, PapersWords } from './words';

export const papers: PapersWords = {
  papers_approved: {
    subject: 'We know who you are now',
    heading: 'Your papers are approved',
    paragraphs: [
      'Hello {{name}}, there is nothing left to do. Your proof holds until {{deadline}}; we write to you a month before.',
    ],
    action: 'See what is open to you',
  },
  papers_rejected: {
    subject: 'Your papers were not accepted',
    heading: 'Your papers were not accepted',
    paragraphs: [
      'Hello {{name}}, a person looked at what you sent and could not accept it.',
      '{{advice}}',
      'You can send other papers at any time. Your account, your contracts and your money are as they were.',
    ],
    action: 'Send other papers',
  },
  papers_asked: {
    subject: 'We need one thing more from you',
    heading: 'Your papers are not complete',
    paragraphs: [
      'Hello {{name}}, a person looked at what you sent and needs more before deciding.',
      '{{advice}}',
      'Your account, your contracts and your money are as they were.',
    ],
    action: 'Send the papers again',
  },
  papers_expiring: {
    subject: 'Your proof of identity ends on {{deadline}}',
    heading: 'Your proof of identity ends soon',
    paragraphs: [
      'Hello {{name}}, send new papers before {{deadline}} and nothing changes for you. Afterwards large payouts wait until you have sent them.',
    ],
    action: 'Send new papers',
  },
  papers_expired: {
    subject: 'Your proof of identity has ended',
    heading: 'Your proof of identity has ended',
    paragraphs: [
      'Hello {{name}}, your contracts go on and small payouts still leave. Large payouts wait until you have sent new papers.',
    ],
    action: 'Send new papers',
  },
};

export const advice: Frame['advice'] = {
  document_expired: 'The document is no longer valid: send one that is.',
  document_unreadable:
    'The document cannot be read: photograph the whole page in daylight, without a flash.',
  document_unsupported:
    'We cannot take this kind of document: send a passport or an identity card.',
  face_mismatch:
    'The face does not match the document: take a new photo of yourself, without glasses.',
  details_differ:
    'What you typed differs from the document: write your name and birthday as they stand in it.',
  suspected_forgery:
    'We could not confirm that the document is genuine: send another one, or write to our support.',
  company_not_registered:
    'The public register does not have the company under this name and number: copy both from it.',
  owners_missing: 'Owners of the company are missing: name everybody who has a quarter or more.',
  other: 'Your verification page says what was missing.',
};
