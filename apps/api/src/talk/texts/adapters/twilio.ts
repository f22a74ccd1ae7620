import { Inject, Injectable } from '@nestjs/common';
import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import { CONFIG, type Config } from '../../../config';

const officialUrl = 'https://api.twilio.com';
const timeoutMs = 8_000;

type Client = ReturnType<typeof twilio>;

/** The SDK's own HTTP client, at the address that the configuration names. */
class AtAddress extends twilio.RequestClient {
  constructor(private readonly address: string) {
    super({ timeout: timeoutMs });
  }

  override request<Body>(asked: RequestClient.RequestOptions<Body>) {
    return super.request<Body>({ ...asked, uri: asked.uri.replace(officialUrl, this.address) });
  }
}

/** Twilio's markup for what it is to answer; without words, nothing. */
export function twiml(words?: string): string {
  const answer = new twilio.twiml.MessagingResponse();
  if (words) answer.message(words);
  return answer.toString();
}

export interface Outgoing {
  readonly id: string;
  readonly to: string;
  readonly sender: string;
  readonly body: string;
}

/** Text messages through Twilio, and its call-backs. */
@Injectable()
export class Texting {
  private readonly client: Client;
  private readonly senders: ReadonlyMap<string, string>;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_URL: address } = config;
    this.senders = new Map(config.TWILIO_SENDERS.map((one) => [one.slice(0, 2), one.slice(3)]));
    this.client = twilio(account, token, { httpClient: new AtAddress(address) });
  }

  /** Networks of many countries take only senders that are registered there. */
  senderFor(country: string | null): string {
    return this.senders.get(country ?? '') ?? this.config.TWILIO_FROM;
  }

  /** The number that Twilio gave it. Throws the SDK's RestException with Twilio's status and code. */
  async send({ id, to, sender, body }: Outgoing): Promise<string> {
    const from = sender.startsWith('MG') ? { messagingServiceSid: sender } : { from: sender };
    const statusCallback = this.callbackOf(id);
    return (await this.client.messages.create({ to, ...from, body, statusCallback })).sid;
  }

  /** Whether Twilio itself says this of the text: the signature covers the address and every field. */
  isSigned(id: string, signature: string, fields: Readonly<Record<string, string>>): boolean {
    const { TWILIO_AUTH_TOKEN: token } = this.config;
    return twilio.validateRequest(token, signature, this.callbackOf(id), { ...fields });
  }

  /** The same of what somebody answered: Twilio posts all of it to one address. */
  isSignedReply(signature: string, fields: Readonly<Record<string, string>>): boolean {
    const { TWILIO_AUTH_TOKEN: token, PUBLIC_URL: house } = this.config;
    return twilio.validateRequest(token, signature, `${house}/api/texts/replies`, { ...fields });
  }

  private callbackOf(id: string): string {
    return `${this.config.PUBLIC_URL}/api/texts/${id}/status`;
  }
}
