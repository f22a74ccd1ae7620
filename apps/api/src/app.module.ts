import { AccessTokenStrategy } from '@kernel/http/authentication';
import { JobsModule } from '@kernel/jobs.module';
import { KernelModule } from '@kernel/kernel.module';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { CONFIG, type Config } from './config';
import { contexts } from './contexts';
import { orm } from './orm';

/** One build, two processes: both know every context; which half runs is main.ts or worker.ts. */
@Global()
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot({
          // No logger per request: what fails is logged with its correlation id, the rest is measured.
          forRoutes: [],
          pinoHttp: {
            level: config.NODE_ENV === 'test' ? 'warn' : 'info',
            autoLogging: false,
            redact: ['req.headers.authorization', 'req.headers.cookie'],
          },
        }),
        KernelModule.with({
          databaseUrl: config.DATABASE_URL,
          timeSource: config.TIME_SOURCE_URL,
          requestsPerMinute: config.REQUESTS_PER_MINUTE,
          privacyKeys: { now: config.PRIVACY_KEY, before: config.PRIVACY_PREVIOUS_KEY },
        }),
        JobsModule.with({
          databaseUrl: config.DATABASE_URL,
          redisUrl: config.REDIS_URL,
          retryMs: config.JOB_RETRY_MS,
        }),
        MikroOrmModule.forRoot({
          ...orm(config.DATABASE_URL),
          driver: PostgreSqlDriver,
          autoLoadEntities: true,
        }),
        ...contexts,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        {
          provide: AccessTokenStrategy,
          useFactory: () => new AccessTokenStrategy(config.AUTH_SECRET),
        },
      ],
      exports: [CONFIG],
    };
  }
}
