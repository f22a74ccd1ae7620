import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { Gate, type AddressRule } from '@kernel/http/gate';
import { Wakeups } from '@kernel/wakeups';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';

/** What is told to every process when a rule was added or lifted. */
export const rulesChanged = 'ip-rules';

/** Expiry needs no word from anybody, and a lost word costs this long. */
const pollMs = 2_000;

/** Keeps the gate of this process in step with the rules; one that cannot ask keeps the last ones. */
@Injectable()
export class RuleWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RuleWatch.name);
  private timer: NodeJS.Timeout | undefined;
  private last = '';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly wakeups: Wakeups,
    private readonly gate: Gate,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.load();
    this.wakeups.on('changed', (topic) => {
      if (topic === rulesChanged) void this.load();
    });
    this.timer = setInterval(() => void this.load(), pollMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async load(): Promise<void> {
    try {
      const rules = await this.database.query<AddressRule>(
        `select id, network::text as cidr, effect from ip_rules
          where lifted_at is null and (expires_at is null or expires_at > $1) order by id`,
        [this.clock.now().toISOString()],
        'surface.rules',
      );
      const now = JSON.stringify(rules);
      if (now !== this.last) this.gate.use(rules);
      this.last = now;
    } catch (error) {
      this.logger.warn(`the rules about addresses are from before: ${(error as Error).message}`);
    }
  }
}
