import type { LoggerService } from '@nestjs/common';

type Ending = Pick<NodeJS.Process, 'on' | 'exit'>;

/**
 * What nobody caught, thrown or refused, leaves the process in a state that nobody knows: it becomes a
 * line of the log like every failure, and the process ends, to be started anew.
 */
export function lastResort(log: Pick<LoggerService, 'fatal'>, ending: Ending = process): void {
  ending.on('uncaughtException', (error, origin) => {
    log.fatal?.(error, origin);
    ending.exit(1);
  });
}
