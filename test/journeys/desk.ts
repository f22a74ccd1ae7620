import { open } from './pages';
import type { Person } from './person';
import { sandbox } from './sandbox';

const password = 'guildhall-demo-1';

/** The half minute of the last code that somebody typed: the console takes each once. */
const used = new Map<string, number>();

/** What the app shows, or what it shows next to who was here in this half minute already. */
async function code({ email }: Person): Promise<string> {
  const { step, code: now, next } = await sandbox.authenticator();
  const isUsed = used.get(email) === step;
  used.set(email, isUsed ? step + 1 : step);
  return isUsed ? next : now;
}

/** Somebody of staff logs in to the console: password, then the code of the app. */
export async function logsIn(staff: Person, to?: string): Promise<void> {
  await open(staff, '/login');
  await staff.field('login.email').fill(staff.email);
  await staff.field('login.password').fill(password);
  await staff.button('login.submit').click();
  await staff.field('ui.factor.totp.label').fill(await code(staff));
  await staff.page.waitForURL((url) => !url.pathname.startsWith('/login'));
  if (to !== undefined) await open(staff, to);
}
