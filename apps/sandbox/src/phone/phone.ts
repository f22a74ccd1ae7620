import type { Alarms } from '../core/alarms';
import { hexId } from '../core/ids';
import type { TwilioSettings } from '../core/settings';
import { Setting } from '../core/setting';
import type { Shelf, Store } from '../core/store';
import type { Clock } from '../clock/clock';
import {
  fateOf,
  refuseMessage,
  refuseStopped,
  unreachable,
  type Fate,
  type Message,
  type Text,
} from './message';
import { OptOuts } from './opt-outs';
import { signedPost } from './signed-post';

const step = 'text.step';
const stepMs = 200;
const kept = 5_000;

type Step = Fate | { readonly status: 'sent'; readonly code?: null; readonly words?: null };

export interface PhoneBehaviour {
  /** Phones that are switched off: accepted, and then undelivered (30003). */
  unreachable: string[];
}

export interface Reply {
  readonly from: string;
  readonly body: string;
}
export interface Replied {
  readonly id: string;
  /** Of the product's answer; null where it gave none. */
  readonly status: number | null;
  readonly answer: string | null;
}

/** The phone network: queued, sent, delivered, and a signed call back at every change. */
export class Phone {
  readonly texts: Shelf<Text>;
  readonly behaviour: Setting<PhoneBehaviour>;
  private readonly optOuts: OptOuts;

  constructor(
    store: Store,
    private readonly alarms: Alarms,
    private readonly clock: Clock,
    private readonly settings: TwilioSettings,
    private readonly stopping: AbortSignal,
  ) {
    this.texts = store.shelf<Text>('text');
    this.behaviour = new Setting<PhoneBehaviour>(store, 'phone', { unreachable: [] });
    this.optOuts = new OptOuts(store);
    alarms.on(step, (sid) => this.travel(sid));
  }

  send(fields: Record<string, string | undefined>): Message {
    const [to, body] = [fields['To'] ?? '', fields['Body'] ?? ''];
    const service = fields['MessagingServiceSid'] ?? null;
    const from = fields['From'] ?? (service ? this.settings.from : '');
    refuseMessage(to, from, body);
    if (this.optOuts.has(to)) refuseStopped(to);
    const message = this.draft(to, from, body, service);
    const statusCallback = fields['StatusCallback'] ?? null;
    const receivedAt = new Date().toISOString();
    this.texts.put({ id: message.sid, message, statusCallback, receivedAt }, to);
    this.texts.keepNewest(kept);
    this.alarms.set(step, message.sid, stepMs);
    return message;
  }

  /** Its owner answers: we are told, signed, and what we say to that is sent to the phone. */
  async reply({ from, body }: Reply): Promise<Replied> {
    const [last] = this.texts.list({ tag: from, limit: 1 });
    const sender = last?.message.from ?? '';
    const to = sender.startsWith('+') ? sender : this.settings.from;
    const message: Message = {
      ...this.draft(to, from, body, null),
      direction: 'inbound',
      status: 'received',
    };
    const receivedAt = new Date().toISOString();
    this.texts.put({ id: message.sid, message, statusCallback: null, receivedAt }, to);
    this.optOuts.hear(from, body);
    const { authToken, repliesTarget: url } = this.settings;
    const fields = { ...named(message), Body: body, NumMedia: '0', SmsStatus: 'received' };
    const told = await signedPost({ url, fields, authToken }, this.stopping).catch(() => null);
    const answer = told?.status === 200 ? (wordsIn(told.body) ?? null) : null;
    if (answer && !this.optOuts.has(from)) this.send({ To: from, From: to, Body: answer });
    return { id: message.sid, status: told?.status ?? null, answer };
  }

  private async travel(sid: string): Promise<void> {
    const text = this.texts.get(sid);
    if (!text) return;
    const fate = this.after(text.message);
    if (!fate) return;
    const { status, code = null, words = null } = fate;
    const message: Message = {
      ...text.message,
      status,
      date_updated: this.time(),
      date_sent: text.message.date_sent ?? this.time(),
      error_code: code,
      error_message: words,
    };
    this.texts.put({ ...text, message });
    if (text.statusCallback) await this.callBack(text.statusCallback, message);
    if (status === 'sent') this.alarms.set(step, sid, stepMs);
  }

  private after({ status, to }: Message): Step | undefined {
    if (status === 'queued') return { status: 'sent' };
    if (status !== 'sent') return undefined;
    return this.behaviour.get().unreachable.includes(to) ? unreachable : fateOf(to);
  }

  private async callBack(url: string, message: Message): Promise<void> {
    const fields: Record<string, string> = {
      ...named(message),
      MessageStatus: message.status,
      SmsStatus: message.status,
      ...(message.error_code ? { ErrorCode: String(message.error_code) } : {}),
    };
    const { authToken } = this.settings;
    // Twilio does not repeat status call-backs either: who misses one asks for the message.
    await signedPost({ url, fields, authToken }, this.stopping).catch(() => undefined);
  }

  private draft(to: string, from: string, body: string, service: string | null): Message {
    const { accountSid } = this.settings;
    const sid = hexId('SM');
    const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`;
    return {
      sid,
      account_sid: accountSid,
      api_version: '2010-04-01',
      body,
      from: service ? null : from,
      to,
      status: 'queued',
      direction: 'outbound-api',
      error_code: null,
      error_message: null,
      messaging_service_sid: service,
      num_media: '0',
      num_segments: String(Math.ceil(body.length / 160)),
      price: null,
      price_unit: 'USD',
      date_created: this.time(),
      date_updated: this.time(),
      date_sent: null,
      uri: `${uri}.json`,
      subresource_uris: { media: `${uri}/Media.json` },
    };
  }

  /** RFC 2822, as all of Twilio's 2010 API writes time. */
  private time(): string {
    return this.clock.now().toUTCString().replace('GMT', '+0000');
  }
}

const named = (message: Message): Record<string, string> => ({
  AccountSid: message.account_sid,
  ApiVersion: message.api_version,
  From: message.from ?? '',
  MessageSid: message.sid,
  SmsSid: message.sid,
  To: message.to,
});

/** The words that TwiML answers with, if it does. */
function wordsIn(twiml: string): string | undefined {
  const [, words] = /<Message[^>]*>([^<]+)/.exec(twiml) ?? [];
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return words?.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] ?? '');
}
