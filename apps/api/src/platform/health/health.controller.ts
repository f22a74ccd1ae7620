import { Open } from '@kernel/http/can';
import { Controller, Get, Header } from '@nestjs/common';
import { HealthCheck, HealthCheckService, type HealthCheckResult } from '@nestjs/terminus';
import { Readiness } from './queries/readiness';
import { Metrics } from './queries/metrics';

@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  /** The process runs. Asks nobody. */
  @Get('health/live')
  @Open()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers and is migrated; otherwise 503, within a second. */
  @Get('health/ready')
  @Open()
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([() => this.readiness.database()]);
  }

  @Get('metrics')
  @Open()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  scrape(): Promise<string> {
    return this.metrics.text();
  }
}
