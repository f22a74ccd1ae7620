import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { parseArgs } from 'node:util';
import { AppModule } from './app.module';
import { listSource } from '@wire/screening';
import { gatherConfig } from './config';
import { ImportList } from './trust/screening';

const { values, positionals } = parseArgs({
  options: { format: { type: 'string' } },
  allowPositionals: true,
});
const source = listSource.safeParse(values.format).data;
const [file] = positionals;
if (!source || !file) {
  process.stderr.write('Say which list: --format ofac|eu|un|pep FILE\n');
  process.exit(2);
}
const app = await NestFactory.createApplicationContext(AppModule.with(await gatherConfig()), {
  logger: ['error', 'warn'],
});
try {
  const done = await app.get(CommandBus).execute(new ImportList(source, file));
  const said = done
    ? `Version ${String(done.version)}: ${String(done.added)} new, ${String(done.changed)} changed, ${String(done.removed)} gone.`
    : 'Nothing changed since the last import.';
  process.stdout.write(`${said}\n`);
} catch (error) {
  process.stderr.write(`The list was not imported: ${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  await app.close();
}
