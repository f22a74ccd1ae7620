import * as z from 'zod';

/** Two letters, `=`, and a number, a name or a messaging service: `IN=GUILDH US=MG0123…`. */
const sender = /^([A-Z]{2})=(\+[1-9]\d{6,14}|MG[0-9a-f]{32}|[A-Za-z0-9]{1,11})$/;

const senders = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((all) => all.every((one) => sender.test(one)), 'country=sender, separated by spaces');

/** How text messages leave. */
export const textVariables = {
  TWILIO_URL: z
    .url()
    .default('https://api.twilio.com')
    .describe('Twilio REST API.')
    .meta({ example: 'https://api.twilio.com' }),
  TWILIO_ACCOUNT_SID: z.string().describe('Twilio account.').meta({ example: 'AC…' }),
  TWILIO_AUTH_TOKEN: z
    .string()
    .describe('Twilio secret; its call-backs are checked with it.')
    .meta({ example: '…' }),
  TWILIO_FROM: z
    .string()
    .describe('Sender of text messages to countries that `TWILIO_SENDERS` does not name, E.164.')
    .meta({ example: '+15005550006' }),
  TWILIO_SENDERS: senders
    .describe('Senders by country: a number, a registered name or a messaging service.')
    .meta({ example: 'IN=GUILDH US=MG0123456789abcdef0123456789abcdef' }),
};
