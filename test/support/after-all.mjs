import { closeRun } from './run.mjs';

export default async function afterAll() {
  await closeRun(process.env.GUILDHALL_TEST_RUN);
}
