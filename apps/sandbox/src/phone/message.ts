/** A text message as Twilio's REST API shows it. */
export interface Message {
  sid: string;
  account_sid: string;
  api_version: '2010-04-01';
  body: string;
  from: string | null;
  to: string;
  status: MessageStatus;
  direction: 'outbound-api' | 'inbound';
  error_code: number | null;
  error_message: string | null;
  messaging_service_sid: string | null;
  num_media: string;
  num_segments: string;
  price: null;
  price_unit: 'USD';
  date_created: string;
  date_updated: string;
  date_sent: string | null;
  uri: string;
  subresource_uris: { media: string };
}

export type MessageStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received';

/** What the phone network keeps: the message, and whom to tell about it. */
export interface Text {
  id: string;
  message: Message;
  statusCallback: string | null;
  receivedAt: string;
}

/** A refusal with Twilio's own number for it. */
export class TwilioRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** Twilio's magic receivers: numbers that exist to be refused. */
const receivers: Record<string, [number, string]> = {
  '+15005550001': [21211, 'is not a valid phone number'],
  '+15005550002': [21612, 'cannot be reached from this number'],
  '+15005550003': [21408, 'is in a region that is not enabled'],
  '+15005550004': [21610, 'has unsubscribed'],
  '+15005550009': [21614, 'is not a mobile number'],
};

const senders: Record<string, [number, string]> = {
  '+15005550001': [21212, 'is not a valid phone number'],
  '+15005550007': [21606, 'is not owned by this account'],
  '+15005550008': [21611, 'has a full queue'],
};

export interface Fate {
  readonly status: 'delivered' | 'undelivered' | 'failed';
  readonly code: number | null;
  readonly words: string | null;
}

const delivered: Fate = { status: 'delivered', code: null, words: null };
export const unreachable: Fate = {
  status: 'undelivered',
  code: 30_003,
  words: 'Unreachable destination handset',
};
/** Numbers that end with a code of Twilio's come to that end. */
const fates: readonly Fate[] = [
  unreachable,
  { status: 'undelivered', code: 30_005, words: 'Unknown destination handset' },
  { status: 'undelivered', code: 30_006, words: 'Landline or unreachable carrier' },
  { status: 'failed', code: 30_008, words: 'Unknown error' },
];

export const fateOf = (to: string): Fate =>
  fates.find(({ code }) => to.endsWith(String(code))) ?? delivered;

/** In the order in which Twilio looks at them. */
export function refuseMessage(to: string, from: string, body: string): void {
  if (!to) throw refusal(21604, "A 'To' phone number is required.");
  if (!from) throw refusal(21603, "A 'From' phone number is required.");
  if (!body) throw refusal(21602, 'Message body is required.');
  if (body.length > 1600) throw refusal(21617, 'The message body exceeds 1600 characters.');
  if (!/^\+[1-9]\d{6,14}$/.test(to)) {
    throw refusal(21211, `Invalid 'To' Phone Number: ${to}`);
  }
  if (from.startsWith('+') && !/^\+[1-9]\d{6,14}$/.test(from)) {
    throw refusal(21212, `Invalid From Number (caller ID): ${from}`);
  }
  const [code, why] = receivers[to] ?? senders[from] ?? [];
  if (code) throw refusal(code, `The number ${receivers[to] ? to : from} ${why ?? ''}`);
}

/** What Twilio says of a message to somebody who answered STOP. */
export function refuseStopped(to: string): never {
  throw refusal(
    21610,
    `The message From/To pair violates a blacklist rule: ${to} has unsubscribed`,
  );
}

function refusal(code: number, message: string): TwilioRefusal {
  return new TwilioRefusal(400, code, message);
}

/** One-time codes in a text, so that a test does not have to look for them. */
export function codesIn(body: string): string[] {
  return [...body.matchAll(/(?<!\d)\d{6,8}(?!\d)/g)].map(([code]) => code);
}
