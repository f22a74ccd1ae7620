import { Inject, Injectable } from '@nestjs/common';
import { noticeTopics, type NoticeTopic } from '@wire/notifications';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { CONFIG, type Config } from '../../../config';

export interface Unsubscribing {
  readonly accountId: string;
  readonly topic: NoticeTopic;
}

/**
 * What the link at the foot of a mail carries: whose mails about what end, and nothing else. It has no
 * end of its own, because mails are read years later; the key is made for this purpose alone.
 */
@Injectable()
export class UnsubscribeTokens {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) { AUTH_SECRET }: Config) {
    this.key = createHmac('sha256', AUTH_SECRET).update('unsubscribe from mail').digest();
  }

  tokenOf({ accountId, topic }: Unsubscribing): string {
    return `${accountId}.${topic}.${this.sign(accountId, topic).toString('base64url')}`;
  }

  /** Undefined when it is forged. */
  read(token: string): Unsubscribing | undefined {
    const [accountId = '', topic = '', sent = ''] = token.split('.');
    const expected = this.sign(accountId, topic);
    const given = Buffer.from(sent, 'base64url');
    const known = noticeTopics.find((one) => one === topic);
    const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
    return isOurs && known ? { accountId, topic: known } : undefined;
  }

  private sign(accountId: string, topic: string): Buffer {
    return createHmac('sha256', this.key).update(`${accountId}.${topic}`).digest();
  }
}
