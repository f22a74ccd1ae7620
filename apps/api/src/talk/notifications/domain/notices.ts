/** Every kind of notice, and whether it goes by mail, into the inbox, or both. */
export const notices = {
  verify_email: ['mail'],
  already_registered: ['mail'],
  welcome: ['mail'],
  otp_code: ['mail'],
  new_device: ['mail'],
  refresh_reused: ['mail'],
  invitation: ['mail', 'inbox'],
  saved_search_hit: ['mail', 'inbox'],
  proposal_received: ['mail', 'inbox'],
  proposal_viewed: ['inbox'],
  proposal_shortlisted: ['inbox'],
  proposal_declined: ['mail', 'inbox'],
  contract_offer: ['mail', 'inbox'],
  contract_signed: ['mail', 'inbox'],
  payment_receipt: ['mail', 'inbox'],
  milestone_funded: ['inbox'],
  delivery_submitted: ['mail', 'inbox'],
  review_reminder: ['mail'],
  changes_requested: ['mail', 'inbox'],
  released: ['mail', 'inbox'],
  release_receipt: ['mail'],
  payout_requested: ['mail'],
  payout_paid: ['mail', 'inbox'],
  payout_failed: ['mail', 'inbox'],
  review_revealed: ['mail', 'inbox'],
} as const satisfies Record<string, readonly ('mail' | 'inbox')[]>;

export type NoticeKind = keyof typeof notices;
export type MailKind = {
  [Kind in NoticeKind]: 'mail' extends (typeof notices)[Kind][number] ? Kind : never;
}[NoticeKind];

export const goesBy = (kind: NoticeKind, channel: 'mail' | 'inbox'): boolean =>
  (notices[kind] as readonly string[]).includes(channel);

/**
 * Something to tell one person. Only ids, amounts and times: names and titles are asked for when it
 * is written out.
 */
export interface Notice {
  readonly kind: NoticeKind;
  readonly to: string;
  /** Where it leads, inside the app. */
  readonly link: string;
  readonly about: About;
}

export interface About {
  /** The other side. */
  readonly other?: string;
  readonly jobId?: string;
  readonly contractId?: string;
  readonly challengeId?: string;
  /** Money by what it is called: `amount`, `fee`, `tax`, `total`, `net`. */
  readonly money?: Readonly<Record<string, { amountMinor: string; currency: string }>>;
  readonly deadline?: string;
  readonly reason?: string;
  readonly reference?: string;
}
