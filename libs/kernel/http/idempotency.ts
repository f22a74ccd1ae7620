import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { reject } from '../reject';
import type { Request } from './access';

/** The `Idempotency-Key` of a request that moves money; 400 when it is missing. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const key = context.switchToHttp().getRequest<Request>().headers['idempotency-key'];
    if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key))
      return reject('request.idempotency_key_missing');
    return key;
  },
);
