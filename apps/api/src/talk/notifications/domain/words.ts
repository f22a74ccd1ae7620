import type { RejectionReason } from '@wire/verification';
import type { MailKind, SecurityKind } from './notices';

export type Language = 'en' | 'ar';

/** What a mail says. `{{…}}` are variables; a missing one is an error, never a blank. */
export interface MailWords {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** The one button; a mail without it has nothing to do. */
  readonly action?: string;
}

/** The mails of disputes have a file of their own. */
export type DisputeWords = Readonly<Record<Extract<MailKind, `dispute_${string}`>, MailWords>>;

/** So have those about the door of the account. */
export type SecurityWords = Readonly<Record<SecurityKind, MailWords>>;

/** What staff does beyond the usual has a file of its own too. */
export type AccessWords = Readonly<
  Record<'glass_broken' | 'list_unfetched' | 'viewed_by_support' | 'webhook_disabled', MailWords>
>;

/** So have those that members of an organisation get. */
export type OrganisationWords = Readonly<Record<Extract<MailKind, `org_${string}`>, MailWords>>;

/** So have those that say that money stands still, or goes on. */
export type StandstillWords = Readonly<
  Record<
    Extract<
      Exclude<MailKind, SecurityKind>,
      `bank_${string}` | `money_${string}` | `wallet_${string}`
    >,
    MailWords
  >
>;

/** And those about papers that prove who somebody is. */
export type PapersWords = Readonly<Record<Extract<MailKind, `papers_${string}`>, MailWords>>;

export type Dictionary = Readonly<Record<MailKind, MailWords>>;

/** Words around every mail: the lines of the receipt, the reasons, the footer. */
export interface Frame {
  readonly dir: 'ltr' | 'rtl';
  readonly footer: string;
  /** Leads to where mails of this kind are switched off. */
  readonly ending: string;
  readonly money: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  /** What to do when papers were not enough. */
  readonly advice: Readonly<Record<RejectionReason, string>>;
}
