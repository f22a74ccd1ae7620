import { isSame } from '@kernel/is-same';
import { Inject, Injectable } from '@nestjs/common';
import { noticeTopics, type NoticeTopic } from '@wire/notifications';
import { createHmac } from 'node:crypto';
import { CONFIG, secretsOf, type Config } from '../../../config';

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
  /** Of the secret of now, and of the one before it for as long as that is known. */
  private readonly keys: readonly Buffer[];

  constructor(@Inject(CONFIG) { AUTH_SECRET: now, AUTH_PREVIOUS_SECRET: before }: Config) {
    this.keys = secretsOf(now, before).map((secret) =>
      createHmac('sha256', secret).update('unsubscribe from mail').digest(),
    );
  }

  tokenOf({ accountId, topic }: Unsubscribing): string {
    const [signature] = this.signaturesOf(accountId, topic);
    return `${accountId}.${topic}.${signature?.toString('base64url') ?? ''}`;
  }

  /** Undefined when it is forged. */
  read(token: string): Unsubscribing | undefined {
    const [accountId = '', topic = '', sent = ''] = token.split('.');
    const given = Buffer.from(sent, 'base64url');
    const known = noticeTopics.find((one) => one === topic);
    const isOurs = this.signaturesOf(accountId, topic).some((expected) => isSame(given, expected));
    return isOurs && known ? { accountId, topic: known } : undefined;
  }

  private signaturesOf(accountId: string, topic: string): Buffer[] {
    return this.keys.map((key) =>
      createHmac('sha256', key).update(`${accountId}.${topic}`).digest(),
    );
  }
}
