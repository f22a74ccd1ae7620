import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from './access';

/** Where the request comes from, as far as the trusted proxies say. */
export const Address = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().ip,
);
