import { RequestContext } from '@kernel/context';
import { isStaffRole } from '@wire/duties';
import type { Request } from '@kernel/http/access';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { LogStaffAction } from './log-staff-action';
import { seen } from './staff-watch';

/** What a guard refuses to staff is logged as well: somebody tried a door that is not his. */
@Injectable()
export class StaffRefusals implements OnApplicationBootstrap {
  private readonly logger = new Logger(StaffRefusals.name);

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly context: RequestContext,
    private readonly commands: CommandBus,
  ) {}

  /** The worker has no HTTP. */
  onApplicationBootstrap(): void {
    const adapter = this.http.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined;
    adapter?.getInstance<FastifyInstance>().addHook('onResponse', async (request, reply) => {
      await this.look(request as Request, reply).catch((error: unknown) => {
        this.logger.error(`a refusal was not logged: ${(error as Error).message}`);
      });
    });
  }

  private async look(request: Request, reply: FastifyReply): Promise<void> {
    const { user, url } = request;
    const refused = reply.statusCode === 403 && url.startsWith('/api/admin/');
    if (!refused || !user?.roles.some(isStaffRole)) return;
    const correlation = String(reply.getHeader('x-correlation-id') ?? 'none');
    const actor = { type: 'staff' as const, id: user.id, roles: user.roles };
    await this.context.run({ actor, correlation, causation: correlation }, () =>
      this.commands.execute(new LogStaffAction(seen(request, ['refused', 'Console'], 403))),
    );
  }
}
