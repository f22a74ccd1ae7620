import { Outgoing } from '@kernel/outgoing';
import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config';
import { Deliver } from './commands/deliver';
import {
  AddEndpointHandler,
  ChangeEndpointHandler,
  RemoveEndpointHandler,
} from './commands/endpoints';
import { ForgetEndpoints } from './commands/forget-person';
import { RotateSecretHandler } from './commands/rotate-secret';
import {
  EnableEndpointHandler,
  ReplayDeliveryHandler,
  SendTestHandler,
} from './commands/try-again';
import { SendWhenTold } from './policies/send-when-told';
import { DeliveriesToHandler, FindDeliveriesHandler } from './queries/deliveries';
import { EventCatalogueHandler, MyEndpointsHandler } from './queries/my-endpoints';
import { TellWebhooks } from './queries/what-is-kept';
import { WebhooksController } from './webhooks.controller';

const commands = [
  AddEndpointHandler,
  ChangeEndpointHandler,
  RemoveEndpointHandler,
  RotateSecretHandler,
  EnableEndpointHandler,
  ReplayDeliveryHandler,
  SendTestHandler,
  ForgetEndpoints,
  Deliver,
];
const queries = [
  DeliveriesToHandler,
  FindDeliveriesHandler,
  EventCatalogueHandler,
  MyEndpointsHandler,
  TellWebhooks,
];
const outgoing = {
  provide: Outgoing,
  useFactory: ({ OUTGOING_ALLOWED: allowed }: Config) => new Outgoing({ allowed }),
  inject: [CONFIG],
};

@Module({
  controllers: [WebhooksController],
  providers: [...commands, ...queries, SendWhenTold, outgoing],
})
export class WebhooksModule {}
