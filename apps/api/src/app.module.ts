import { EndedSessions } from '@kernel/ended-sessions';
import { AccessTokenStrategy } from '@kernel/http/authentication';
import type { Edge } from '@kernel/http/edge';
import { JobsModule } from '@kernel/jobs.module';
import { KernelModule } from '@kernel/kernel.module';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { createHmac } from 'node:crypto';
import { CONFIG, secretsOf, type Config } from './config';
import { contexts } from './contexts';
import { orm } from './orm';

const edgeOf = (config: Config): Edge => ({
  trustedProxies: config.TRUSTED_PROXIES,
  requestsPerMinute: config.REQUESTS_PER_MINUTE,
  accountRequestsPerMinute: config.ACCOUNT_REQUESTS_PER_MINUTE,
  keyRequestsPerMinute: config.KEY_REQUESTS_PER_MINUTE,
  softLimitFactor: config.SOFT_LIMIT_FACTOR,
  challengeSecret: createHmac('sha256', config.AUTH_SECRET).update('challenges').digest('hex'),
  redisUrl: config.REDIS_URL,
  ownOrigins: [config.PUBLIC_URL, config.ADMIN_URL].map((url) => new URL(url).origin),
  secureCookies: config.PUBLIC_URL.startsWith('https:'),
  allowedOrigins: config.ALLOWED_ORIGINS,
  maxDelayMs: config.SHED_DELAY_MS,
  maxUnderWay: config.SHED_UNDER_WAY,
});

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
          edge: edgeOf(config),
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
          // Whoever changes entities takes a manager of their own: most requests change none.
          registerRequestContext: false,
        }),
        ...contexts,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        {
          provide: AccessTokenStrategy,
          useFactory: (ended: EndedSessions) =>
            new AccessTokenStrategy(
              secretsOf(config.AUTH_SECRET, config.AUTH_PREVIOUS_SECRET),
              ended,
            ),
          inject: [EndedSessions],
        },
      ],
      exports: [CONFIG],
    };
  }
}
