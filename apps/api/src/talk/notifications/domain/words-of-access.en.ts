import type { AccessWords } from './words';

export const access: AccessWords = {
  glass_broken: {
    subject: 'Emergency access: {{other}} took the role {{reference}}',
    heading: 'The glass was broken',
    paragraphs: [
      '{{other}} took the role {{reference}} without a second person. It holds until {{deadline}}. If you do not know of an emergency, end it now and ask why.',
    ],
    action: 'See the elevations',
  },
  viewed_by_support: {
    subject: 'Our support looked at your account',
    heading: 'Our support looks at your account',
    paragraphs: [
      'To help you, somebody of our support may see what you see until {{deadline}}. They can change nothing, and every page they open is logged.',
    ],
    action: 'See your sessions',
  },
};
