import * as wire from '@wire/payments';
import { Takes } from '@kernel/http/bodies';
import { Open } from '@kernel/http/can';
import {
  Body,
  Controller,
  Headers,
  HttpCode,
  Post,
  Redirect,
  Req,
  type RawBodyRequest,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ReceiveWebhook } from './commands/receive-webhook';
import { ReturnFromCheckout } from './commands/return-from-checkout';

/** Where the gateway speaks to us: signed webhooks, and the browser it sends back. */
@Controller('api/payments')
export class GatewayController {
  constructor(private readonly commands: CommandBus) {}

  @Post('webhooks/razorpay')
  @HttpCode(204)
  @Open()
  webhook(
    @Req() { rawBody }: RawBodyRequest<object>,
    @Headers('x-razorpay-signature') signature: string | undefined,
    @Headers('x-razorpay-event-id') eventId: string | undefined,
  ): Promise<void> {
    return this.commands.execute(new ReceiveWebhook(rawBody, signature, eventId));
  }

  /** Only shows where to look: the money moves when the webhook says so. */
  @Post('razorpay/return')
  @Open()
  @Takes('application/x-www-form-urlencoded')
  @Redirect()
  back(@Body({ schema: wire.checkoutReturn }) form: ReturnFromCheckout['form']): Promise<unknown> {
    return this.commands.execute(new ReturnFromCheckout(form));
  }
}
