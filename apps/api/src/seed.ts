import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { gatherConfig } from './config';
import { Demo } from './demo/demo';
import { DemoModule } from './demo/demo.module';

const started = performance.now();

@Module({ imports: [AppModule.with(await gatherConfig()), DemoModule] })
class SeedModule {}

const app = await NestFactory.createApplicationContext(SeedModule, { logger: ['error', 'warn'] });
const demo = app.get(Demo);
if (!(await demo.exists())) {
  await demo.build();
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  process.stdout.write(`The demo marketplace stands after ${seconds} s.\n`);
}
await app.close();
