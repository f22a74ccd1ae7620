import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { concatMap, type Observable } from 'rxjs';
import { RequestContext } from '../context';
import { Settled } from '../settled';

const limitMs = 500;

/** A request that wrote answers when the read models show it, so that the next read does too. */
@Injectable()
export class FreshnessInterceptor implements NestInterceptor {
  constructor(
    private readonly context: RequestContext,
    private readonly settled: Settled,
  ) {}

  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        const { written } = this.context.now;
        if (written) await this.settled.until(written, limitMs);
        return answer;
      }),
    );
  }
}
