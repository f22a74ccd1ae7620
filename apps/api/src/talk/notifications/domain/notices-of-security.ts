/** What happens at the door of an account is mailed, always; nobody can switch it off. */
export const security = {
  password_reset: ['mail'],
  login_link: ['mail'],
  password_changed: ['mail'],
  confirm_new_email: ['mail'],
  email_change_asked: ['mail'],
  email_changed: ['mail'],
  login_failures: ['mail'],
  second_factor_refused: ['mail'],
  account_suspended: ['mail'],
  account_reinstated: ['mail'],
  sessions_ended_by_staff: ['mail'],
  factor_added: ['mail'],
  factor_removed: ['mail'],
  recovery_codes_made: ['mail'],
  recovery_code_used: ['mail'],
  api_key_created: ['mail'],
  api_key_revoked: ['mail'],
  identity_linked: ['mail'],
  identity_unlinked: ['mail'],
  bank_account_added: ['mail'],
  bank_account_changed: ['mail'],
  own_export_ready: ['mail'],
  deletion_scheduled: ['mail'],
  deletion_cancelled: ['mail'],
  deletion_near: ['mail'],
  account_gone: ['mail'],
  account_gone_kept: ['mail'],
} as const;

/** The link in the mail is the key itself. */
export const carriesToken: ReadonlySet<string> = new Set([
  'verify_email',
  'password_reset',
  'login_link',
  'org_invitation',
]);
/** The six digits stand in the mail. */
export const showsCode: ReadonlySet<string> = new Set([
  'verify_email',
  'otp_code',
  'confirm_new_email',
]);
/** Goes to the address that is to be proved, or to the one that was left. */
export const goesElsewhere: ReadonlySet<string> = new Set([
  'confirm_new_email',
  'email_changed',
  'org_invitation',
]);
