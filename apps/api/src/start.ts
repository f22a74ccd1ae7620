import { readConfig, WrongConfiguration, type Config } from './config';

/** Runs a process with a checked configuration; a wrong one ends it with its name and an example. */
export async function start(run: (config: Config) => Promise<void>): Promise<void> {
  try {
    await run(readConfig());
  } catch (error) {
    if (!(error instanceof WrongConfiguration)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 78;
  }
}
