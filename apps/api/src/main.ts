import { Clock } from '@kernel/clock';
import { EndedSessions } from '@kernel/ended-sessions';
import { adapter, prepare } from '@kernel/http/fastify';
import { certificateFiles, followCertificate } from '@kernel/http/transport';
import { Wakeups } from '@kernel/wakeups';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { Server } from 'node:tls';
import { AppModule } from './app.module';
import { lastResort } from './last-resort';
import { start } from './start';

await start(async (config) => {
  const certificate = certificateFiles(config.TLS_CERT_FILE, config.TLS_KEY_FILE);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config),
    adapter(config.TRUSTED_PROXIES, certificate),
    { bufferLogs: true, rawBody: true },
  );
  app.useLogger(app.get(Logger));
  lastResort(app.get(Logger));
  await prepare(app);
  app.enableShutdownHooks();
  await app.get(Clock).follow();
  await app.get(Wakeups).listen();
  await app.get(EndedSessions).follow();
  if (certificate) {
    const say = (what: string) => app.get(Logger).log(what);
    followCertificate(app.getHttpServer() as unknown as Server, certificate, { say });
  }
  await app.listen(config.API_PORT, config.API_HOST);
});
