import type { SecurityWords } from './words';

const notYou = 'If it was not you, set a new password at once and look at where you are logged in.';

export const security: SecurityWords = {
  password_reset: {
    subject: 'Set a new password',
    heading: 'Set a new password',
    paragraphs: [
      'Hello {{name}}, this link sets a new password. It works once, for 30 minutes. If you did not ask for it, there is nothing to do: your password stays as it is.',
    ],
    action: 'Set a new password',
  },
  login_link: {
    subject: 'Your link to log in',
    heading: 'Log in without a password',
    paragraphs: [
      'Hello {{name}}, this link logs you in. It works once, for 15 minutes. If you did not ask for it, there is nothing to do.',
    ],
    action: 'Log in',
  },
  password_changed: {
    subject: 'Your password was changed',
    heading: 'Your password was changed',
    paragraphs: [
      'Hello {{name}}, your account has another password, and every other device was logged out.',
      notYou,
    ],
    action: 'See my sessions',
  },
  confirm_new_email: {
    subject: 'Confirm your new e-mail address',
    heading: 'Confirm your new e-mail address',
    paragraphs: [
      'Hello {{name}}, type this code in your settings and this becomes the address of your account. It works once, for ten minutes.',
    ],
  },
  email_change_asked: {
    subject: 'Another e-mail address was asked for',
    heading: 'Another e-mail address was asked for',
    paragraphs: [
      'Hello {{name}}, somebody who is logged in to your account wants another address for it. Nothing has changed yet.',
      notYou,
    ],
    action: 'See my sessions',
  },
  email_changed: {
    subject: 'Your account has another e-mail address',
    heading: 'Your account has another e-mail address',
    paragraphs: [
      'Hello {{name}}, from now on we write to the new address. This is the last mail to this one. If you did not change it, write to support from here.',
    ],
  },
  login_failures: {
    subject: 'Wrong passwords were tried on your account',
    heading: 'Wrong passwords were tried',
    paragraphs: [
      'Hello {{name}}, somebody tried to log in to your account and did not know the password. We let them wait longer each time; in a browser that you used before you are not held up.',
      'A second factor keeps them out even with the right password.',
    ],
    action: 'Add a second factor',
  },
  second_factor_refused: {
    subject: 'Somebody got halfway into your account',
    heading: 'Somebody knew the first half of your log-in',
    paragraphs: [
      'Hello {{name}}, somebody logged in to your account as far as the second factor, and did not have it. They are not in.',
      'If it was not you, they know your password, or read your mail: set a new password at once.',
    ],
    action: 'See my security settings',
  },
  account_suspended: {
    subject: 'Your account is suspended',
    heading: 'Your account is suspended',
    paragraphs: [
      'Hello {{name}}, our team has suspended your account. Nobody can log in with it, and every device was logged out.',
      'Your money is untouched: what is in escrow goes on by its own dates, and your wallet keeps its balance. Answer this mail if you think it is a mistake.',
    ],
  },
  account_reinstated: {
    subject: 'Your account is open again',
    heading: 'Your account is open again',
    paragraphs: ['Hello {{name}}, you can log in as before. API keys work again, too.'],
    action: 'Log in',
  },
  sessions_ended_by_staff: {
    subject: 'You were logged out everywhere',
    heading: 'You were logged out everywhere',
    paragraphs: [
      'Hello {{name}}, our team logged your account out at every device, for its safety. Log in again to go on; if you did not ask for it, set a new password as well.',
    ],
    action: 'See my sessions',
  },
  factor_added: {
    subject: 'A second factor was added',
    heading: 'A second factor was added',
    paragraphs: ['Hello {{name}}, logging in now asks for it as well.', notYou],
    action: 'See my security settings',
  },
  factor_removed: {
    subject: 'A second factor was removed',
    heading: 'A second factor was removed',
    paragraphs: ['Hello {{name}}, logging in does not ask for it any more.', notYou],
    action: 'See my security settings',
  },
  recovery_codes_made: {
    subject: 'You have new recovery codes',
    heading: 'You have new recovery codes',
    paragraphs: [
      'Hello {{name}}, ten recovery codes were made. Codes from before do not work any more.',
      notYou,
    ],
    action: 'See my security settings',
  },
  recovery_code_used: {
    subject: 'A recovery code was used',
    heading: 'A recovery code was used',
    paragraphs: [
      'Hello {{name}}, a recovery code of yours was used; {{reference}} are left. If your phone is gone, remove it from your security settings and add the new one.',
      notYou,
    ],
    action: 'See my security settings',
  },
  api_key_created: {
    subject: 'An API key was made',
    heading: 'An API key was made',
    paragraphs: ['Hello {{name}}, a program may act for you with a new API key.', notYou],
    action: 'See my API keys',
  },
  api_key_revoked: {
    subject: 'We revoked an API key of yours',
    heading: 'We revoked an API key of yours',
    paragraphs: [
      'Hello {{name}}, our staff revoked an API key of yours; it opens nothing any more. If a program still needs one, make a new one.',
    ],
    action: 'See my API keys',
  },
  identity_linked: {
    subject: '{{reference}} was connected to your account',
    heading: '{{reference}} was connected',
    paragraphs: ['Hello {{name}}, one can log in to your account by {{reference}} now.', notYou],
    action: 'See connected accounts',
  },
  identity_unlinked: {
    subject: '{{reference}} was disconnected from your account',
    heading: '{{reference}} was disconnected',
    paragraphs: [
      'Hello {{name}}, nobody logs in to your account by {{reference}} any more.',
      notYou,
    ],
    action: 'See connected accounts',
  },
  bank_account_added: {
    subject: 'A bank account was added',
    heading: 'A bank account was added',
    paragraphs: [
      'Hello {{name}}, payouts may go to a bank account ending in {{reference}}.',
      notYou,
    ],
    action: 'See my bank accounts',
  },
  bank_account_changed: {
    subject: 'Another bank account was added',
    heading: 'Another bank account was added',
    paragraphs: [
      'Hello {{name}}, payouts may go to another bank account, ending in {{reference}}. The first one can leave on {{deadline}}, so that there is time to say that it was not you.',
      notYou,
    ],
    action: 'See my bank accounts',
  },
  own_export_ready: {
    subject: 'The copy of your data is ready',
    heading: 'The copy of your data is ready',
    paragraphs: [
      'Hello {{name}}, you can download it until {{deadline}}; then it is removed. You are asked to show that it is you.',
      notYou,
    ],
    action: 'Go to the download',
  },
  deletion_scheduled: {
    subject: 'Your account will be deleted',
    heading: 'Your account will be deleted on {{deadline}}',
    paragraphs: [
      'Hello {{name}}, until then everything stays as it is and you can keep your account with one click. Afterwards nobody can bring it back.',
      notYou,
    ],
    action: 'Keep my account',
  },
  deletion_cancelled: {
    subject: 'Your account stays',
    heading: 'Your account stays',
    paragraphs: ['Hello {{name}}, your account is not deleted. Nothing was changed.'],
    action: 'See my privacy settings',
  },
  deletion_near: {
    subject: 'Your account is deleted today',
    heading: 'Your account is deleted at {{deadline}}',
    paragraphs: [
      'Hello {{name}}, this is the last moment to keep your account. Then your name, your texts and your files are deleted, and we write to you once more when it is done.',
    ],
    action: 'Keep my account',
  },
  account_gone: {
    subject: 'Your account is gone',
    heading: 'Your account is gone',
    paragraphs: [
      'Your name, your addresses, your texts and your files are deleted. Nobody can log in or bring them back. There was no payment that the law obliges us to keep.',
      'This is our last mail to this address. We no longer have it.',
    ],
  },
  account_gone_kept: {
    subject: 'Your account is gone, and what has to be kept',
    heading: 'Your account is gone',
    paragraphs: [
      'Nobody can log in any more. Your profile, your searches, your sessions and your files are deleted, and where others met you they read “Former member”.',
      'Laws against money laundering oblige us to keep who moved money: your name, your address and the texts of your contracts and disputes. They are locked, nobody of us reads them, and they are destroyed after {{deadline}}. Amounts stay in the books without your name.',
      'This is our last mail to this address.',
    ],
  },
};
