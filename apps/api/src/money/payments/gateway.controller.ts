import { checkoutReturn } from '@wire/payments';
import { Open } from '@kernel/http/can';
import { reject } from '@kernel/reject';
import { Body, Controller, Headers, HttpCode, Inject, Post, Redirect, Req, type RawBodyRequest } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../../config';
import { RazorpayGateway } from './adapters/razorpay';
import { ReceiveWebhook } from './commands/receive-webhook';
import { DepositOfOrder } from './queries/deposits';
import { WatchDeposit } from './commands/watch-deposit';

interface Returned {
  readonly razorpay_payment_id?: string;
  readonly razorpay_order_id?: string;
  readonly razorpay_signature?: string;
}

/** Where the gateway speaks to us: signed webhooks, and the browser it sends back. */
@Controller('api/payments')
export class GatewayController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly gateway: RazorpayGateway,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('webhooks/razorpay')
  @HttpCode(204)
  @Open()
  async webhook(
    @Req() request: RawBodyRequest<object>,
    @Headers('x-razorpay-signature') signature = '',
    @Headers('x-razorpay-event-id') eventId = '',
  ): Promise<void> {
    const body = request.rawBody ?? Buffer.alloc(0);
    if (!this.gateway.isSigned(body, signature)) reject('payments.signature_invalid');
    await this.commands.execute(new ReceiveWebhook(eventId, body.toString('utf8')));
  }

  /** Only shows where to look: the money moves when the webhook says so. */
  @Post('razorpay/return')
  @Open()
  @Redirect()
  async back(@Body({ schema: checkoutReturn }) form: Returned): Promise<{ url: string; statusCode: 303 }> {
    const { razorpay_order_id: order = '', razorpay_payment_id: payment = '' } = form;
    if (!this.gateway.isReturned(order, payment, form.razorpay_signature ?? ''))
      return { url: `${this.config.PUBLIC_URL}/contracts`, statusCode: 303 };
    const found = await this.queries.execute(new DepositOfOrder(order));
    if (!found) return { url: `${this.config.PUBLIC_URL}/contracts`, statusCode: 303 };
    await this.commands.execute(new WatchDeposit(found.id));
    const page = `/contracts/${found.contractId}/fund/${found.milestoneId}?deposit=${found.id}`;
    return { url: `${this.config.PUBLIC_URL}${page}`, statusCode: 303 };
  }
}
