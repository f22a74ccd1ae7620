import { Clock } from '@kernel/clock';
import { SubjectKeys } from '@kernel/subject-keys';
import { Feed } from '@kernel/feed';
import { Timers } from '@kernel/timers';
import { Wakeups } from '@kernel/wakeups';
import { Workers } from '@kernel/workers';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { HotAccounts } from './money/ledger';
import { DailyRuns } from './money/reconciliation';
import { IssueMonthly } from './people/organisations';
import { ApplyRetention } from './people/privacy';
import { WatchDomains } from './people/sso';
import { KurrentMirror } from './platform/mirror';
import { lastResort } from './last-resort';
import { start } from './start';
import { Sequencer } from './trust/audit';
import { FetchLists } from './trust/screening';

await start(async (config) => {
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    bufferLogs: true,
  });
  app.useLogger(app.get(Logger));
  lastResort(app.get(Logger));
  app.enableShutdownHooks();
  await app.get(Clock).follow();
  await app.get(SubjectKeys).rewrap();
  await app.get(Wakeups).listen();
  app.get(Feed).follow();
  app.get(Timers).follow();
  app.get(HotAccounts).follow();
  app.get(Sequencer).follow();
  app.get(KurrentMirror).follow();
  await app.get(DailyRuns).follow();
  await app.get(ApplyRetention).follow();
  await app.get(FetchLists).follow();
  await app.get(WatchDomains).follow();
  await app.get(IssueMonthly).follow();
  await app.get(Workers).start();
});
