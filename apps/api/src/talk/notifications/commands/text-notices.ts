import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ContactsOf } from '../../../people/accounts';
import type { TextEvent } from '../../texts';
import { links } from '../domain/links';
import type { Notice } from '../domain/notices';

type Failed = Extract<TextEvent, { type: 'TextFailed' }>['data'];

/** A code that did not reach the phone goes to the address, where that is proved and may stand in. */
@Injectable()
export class TextNotices {
  constructor(private readonly queries: QueryBus) {}

  readonly said = {
    TextFailed: async ({ accountId, mailInstead: challengeId }: Failed): Promise<Notice[]> => {
      if (!challengeId) return [];
      const { emailVerified } = await this.queries.execute(new ContactsOf(accountId));
      const about = { challengeId };
      return emailVerified ? [{ kind: 'otp_code', to: accountId, link: links.home, about }] : [];
    },
  };
}
