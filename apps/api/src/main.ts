import { Clock } from '@kernel/clock';
import { prepare } from '@kernel/http/fastify';
import { Wakeups } from '@kernel/wakeups';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { start } from './start';

await start(async (config) => {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config),
    new FastifyAdapter({ trustProxy: 'loopback', bodyLimit: 1_048_576 }),
    { bufferLogs: true, rawBody: true },
  );
  app.useLogger(app.get(Logger));
  await prepare(app);
  // The gateway posts the browser back from its own site; that form is signed, and only redirects.
  app.enableCsrfProtection({ exclude: ['/api/payments/razorpay/return'] });
  app.enableShutdownHooks();
  await app.get(Clock).follow();
  await app.get(Wakeups).listen();
  await app.listen(config.API_PORT, config.API_HOST);
});
