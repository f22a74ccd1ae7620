import { CONFIG, type Config } from '../../../config';
import { Inject, Injectable } from '@nestjs/common';
import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';

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

/** Text messages through Twilio. Throws the SDK's RestException with Twilio's status and code. */
@Injectable()
export class Texting {
  private readonly client: Client;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_URL: address } = config;
    this.client = twilio(account, token, { httpClient: new AtAddress(address) });
  }

  async send(to: string, body: string): Promise<void> {
    await this.client.messages.create({ to, from: this.config.TWILIO_FROM, body });
  }
}
