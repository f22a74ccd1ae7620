import { created, id } from '@wire/primitives';
import * as wire from '@wire/webhooks';
import { Can, Open } from '@kernel/http/can';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AddEndpoint, ChangeEndpoint, RemoveEndpoint } from './commands/endpoints';
import { RotateSecret } from './commands/rotate-secret';
import { EnableEndpoint, ReplayDelivery, SendTest } from './commands/try-again';
import { DeliveriesTo, FindDeliveries } from './queries/deliveries';
import { EventCatalogue, MyEndpoints } from './queries/my-endpoints';

@Controller('api')
export class WebhooksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('webhooks/events')
  @Open()
  @Returns(wire.webhookCatalogue)
  events(): Promise<unknown> {
    return this.queries.execute(new EventCatalogue());
  }

  @Get('webhooks/endpoints')
  @Can('read', 'Webhook')
  @Returns(wire.webhookEndpoints)
  mine(): Promise<unknown> {
    return this.queries.execute(new MyEndpoints());
  }

  @Post('webhooks/endpoints')
  @Can('create', 'Webhook')
  @Returns(wire.endpointSecret, 201)
  add(@Body({ schema: wire.newEndpoint }) input: wire.NewEndpoint): Promise<wire.EndpointSecret> {
    return this.commands.execute(new AddEndpoint(input));
  }

  @Patch('webhooks/endpoints/:id')
  @HttpCode(204)
  @Can('update', 'Webhook')
  change(
    @Param('id', { schema: id }) endpointId: string,
    @Body({ schema: wire.changeEndpoint }) changes: wire.ChangeEndpoint,
  ): Promise<void> {
    return this.commands.execute(new ChangeEndpoint(endpointId, changes));
  }

  @Delete('webhooks/endpoints/:id')
  @HttpCode(204)
  @Can('update', 'Webhook')
  remove(@Param('id', { schema: id }) endpointId: string): Promise<void> {
    return this.commands.execute(new RemoveEndpoint(endpointId));
  }

  @Post('webhooks/endpoints/:id/rotate')
  @HttpCode(200)
  @Can('update', 'Webhook')
  @Returns(wire.endpointSecret)
  rotate(@Param('id', { schema: id }) endpointId: string): Promise<wire.EndpointSecret> {
    return this.commands.execute(new RotateSecret(endpointId));
  }

  @Post('webhooks/endpoints/:id/enable')
  @HttpCode(204)
  @Can('update', 'Webhook')
  enable(@Param('id', { schema: id }) endpointId: string): Promise<void> {
    return this.commands.execute(new EnableEndpoint(endpointId));
  }

  @Post('webhooks/endpoints/:id/test')
  @HttpCode(200)
  @Can('update', 'Webhook')
  @Limit('messages')
  @Returns(created)
  test(@Param('id', { schema: id }) endpointId: string): Promise<{ id: string }> {
    return this.commands.execute(new SendTest(endpointId));
  }

  @Get('webhooks/endpoints/:id/deliveries')
  @Can('read', 'Webhook')
  @Returns(wire.webhookDeliveries)
  deliveries(
    @Param('id', { schema: id }) endpointId: string,
    @Query({ schema: wire.findDeliveries }) filter: DeliveriesTo['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new DeliveriesTo(endpointId, filter));
  }

  @Post('webhooks/deliveries/:id/replay')
  @HttpCode(204)
  @Can('update', 'Webhook')
  @Limit('messages')
  replay(@Param('id', { schema: id }) deliveryId: string): Promise<void> {
    return this.commands.execute(new ReplayDelivery(deliveryId, 'owner'));
  }

  @Get('admin/webhooks/deliveries')
  @Can('inspect', 'Webhook')
  @Returns(wire.adminDeliveries)
  all(@Query({ schema: wire.findDeliveries }) filter: FindDeliveries['filter']): Promise<unknown> {
    return this.queries.execute(new FindDeliveries(filter));
  }

  @Post('admin/webhooks/deliveries/:id/replay')
  @HttpCode(204)
  @Can('replay', 'Webhook')
  replayForOwner(@Param('id', { schema: id }) deliveryId: string): Promise<void> {
    return this.commands.execute(new ReplayDelivery(deliveryId, 'staff'));
  }
}
