import { Database } from '@kernel/database';
import { Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { setTimeout as pause } from 'node:timers/promises';

const limitMs = 900;

/** Whether this process can do its work now. */
@Injectable()
export class Readiness {
  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly sql: Database,
  ) {}

  /** Says which dependency is missing, never where it lives. */
  async database(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('database');
    const answers = this.sql.query('select 1 from record.streams limit 1').then(
      () => true,
      () => false,
    );
    const inTime = await Promise.race([answers, pause(limitMs, false, { ref: false })]);
    return inTime ? indicator.up() : indicator.down('does not answer');
  }
}
