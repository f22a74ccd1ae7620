import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import * as z from 'zod';

const answer = z.object({ offsetMs: z.number() });
const pollMs = 500;

/**
 * Business time: deadlines and the times of facts. It follows a time source (`GET` answers
 * `{offsetMs}`) where one is configured and the machine's clock otherwise. Sessions, tokens and
 * rate limits use the machine's clock, so that moving this one logs nobody out.
 */
@Injectable()
export class Clock implements OnApplicationShutdown {
  private readonly logger = new Logger(Clock.name);
  private offsetMs = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly source: string | undefined) {}

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  async follow(): Promise<void> {
    if (!this.source) return;
    await this.ask(this.source);
    this.timer = setInterval(() => void this.ask(this.source ?? ''), pollMs).unref();
  }

  /** Stands at this instant and goes on from there: for a history that is told after the fact. */
  travelTo(instant: Date): void {
    this.offsetMs = instant.getTime() - Date.now();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async ask(source: string): Promise<void> {
    try {
      const response = await fetch(source, { signal: AbortSignal.timeout(2_000) });
      this.offsetMs = answer.parse(await response.json()).offsetMs;
    } catch (error) {
      this.logger.debug(`time source does not answer: ${(error as Error).message}`);
    }
  }
}
