import type { TextStatus } from '@wire/texts';

/** What Twilio calls it, as far as anybody here needs to tell it apart. */
const names: Readonly<Record<string, TextStatus>> = {
  accepted: 'queued',
  scheduled: 'queued',
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
};
/** Twilio's number for a receiver who answered STOP. */
export const optedOut = 21610;
const order: readonly TextStatus[] = ['waiting', 'queued', 'sent'];

/** A status that nothing follows. */
export const isLast = (status: TextStatus): boolean => !order.includes(status);
export const isLost = (status: TextStatus): boolean =>
  ['undelivered', 'failed', 'suppressed'].includes(status);

/** The status after a call-back; the same where it says nothing new, or something older. */
export function afterHearing(
  known: TextStatus,
  said: string,
  errorCode: number | null = null,
): TextStatus {
  const named = names[said];
  const heard = named && isLost(named) && errorCode === optedOut ? 'suppressed' : named;
  if (!heard || isLast(known)) return known;
  return isLast(heard) || order.indexOf(heard) > order.indexOf(known) ? heard : known;
}
