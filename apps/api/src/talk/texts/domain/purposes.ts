/**
 * What a text is for, where a mail never stands in for it: a code that proves a phone has to reach that
 * phone, and the second step of a log-in has to be another thing than the mailbox, which may already
 * have given the password away. For the latter there are recovery codes.
 */
const byPhoneAlone: ReadonlySet<string> = new Set(['phone', 'login_factor']);

/** The code that may go to the proved address after its text failed; null where none may. */
export const mailInstead = (purpose: string, challengeId: string | null): string | null =>
  byPhoneAlone.has(purpose) ? null : challengeId;
