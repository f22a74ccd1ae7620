import './core/small-heap';
import { readSettings } from './core/settings';
import { createSandbox } from './sandbox';

const sandbox = createSandbox(readSettings(process.env));

async function stop(): Promise<void> {
  await sandbox.stop();
  process.exit(0);
}

process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());

try {
  const address = await sandbox.start();
  process.stdout.write(`Sandbox on ${address}, SMTP on ${sandbox.mail.listeningPort}\n`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The sandbox could not start: ${reason}\n`);
  process.exit(1);
}
