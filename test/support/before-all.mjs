import { openRun } from './run.mjs';

export default async function beforeAll() {
  process.env.GUILDHALL_TEST_RUN = await openRun();
}
