import { Database } from '@kernel/database';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

const everyMs = 60_000;

/** Folds the settled tail of fees, tax, gateway and bank into snapshots, so that it stays short. */
@Injectable()
export class HotAccounts implements OnApplicationShutdown {
  private readonly logger = new Logger(HotAccounts.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  follow(): void {
    this.timer = setInterval(() => {
      this.database.query('select ledger.fold_hot()').catch((error: unknown) => {
        this.logger.warn(`the hot accounts wait: ${(error as Error).message}`);
      });
    }, everyMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
