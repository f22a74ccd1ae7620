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
  list_unfetched: {
    subject: 'The list {{reference}} could not be fetched',
    heading: 'A list could not be fetched',
    paragraphs: [
      'The publisher of the list {{reference}} did not give it to us. Names are compared with the one from before; it is asked for again every night. If this lasts, look at its address.',
    ],
    action: 'See the lists',
  },
  viewed_by_support: {
    subject: 'Our support looked at your account',
    heading: 'Our support looks at your account',
    paragraphs: [
      'To help you, somebody of our support may see what you see until {{deadline}}. They can change nothing, and every page they open is logged.',
    ],
    action: 'See your sessions',
  },
  webhook_disabled: {
    subject: 'We stopped sending your webhooks',
    heading: 'One of your webhook endpoints is off',
    paragraphs: [
      'Hello {{name}}, one of your endpoints took nothing for five days, or said that it is gone. We send it nothing more until you turn it on again. What it missed is kept, and you can send it again.',
    ],
    action: 'See your webhooks',
  },
};
