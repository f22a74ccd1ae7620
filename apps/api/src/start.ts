import { gatherConfig, type Config } from './config';
import { WrongConfiguration } from './wrong-configuration';

/** Runs a process with a checked configuration; a wrong one ends it with its name and an example. */
export async function start(run: (config: Config) => Promise<void>): Promise<void> {
  try {
    await run(await gatherConfig());
  } catch (error) {
    if (!(error instanceof WrongConfiguration)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 78;
  }
}
