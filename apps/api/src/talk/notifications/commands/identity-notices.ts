import { Injectable } from '@nestjs/common';
import type { VerificationEvent } from '../../../trust/verification';
import { links } from '../domain/links';
import type { About, Notice, NoticeKind } from '../domain/notices';

type Said = {
  readonly [Type in VerificationEvent['type']]?: (
    data: Extract<VerificationEvent, { type: Type }>['data'],
  ) => Notice[];
};

const tell = (kind: NoticeKind, to: string, about: About = {}): Notice[] => [
  { kind, to, link: links.verification, about },
];

/** What people are told about the papers that they sent to prove who they are. */
@Injectable()
export class IdentityNotices {
  readonly said: Said = {
    IdentityApproved: ({ accountId, expiresAt: deadline }) =>
      tell('papers_approved', accountId, { deadline }),
    IdentityRejected: ({ accountId, reasons }) => tell('papers_rejected', accountId, { reasons }),
    IdentityInfoAsked: ({ accountId, reasons }) => tell('papers_asked', accountId, { reasons }),
    IdentityExpiring: ({ accountId, expiresAt: deadline }) =>
      tell('papers_expiring', accountId, { deadline }),
    IdentityExpired: ({ accountId }) => tell('papers_expired', accountId),
  };
}
