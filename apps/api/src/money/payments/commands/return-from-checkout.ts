import type * as wire from '@wire/payments';
import { Database } from '@kernel/database';
import { Inject } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { CONFIG, type Config } from '../../../config';
import { RazorpayGateway } from '../adapters/razorpay';
import { WatchDeposit } from './watch-deposit';

interface Redirection {
  readonly url: string;
  readonly statusCode: 303;
}

/** The browser comes back from the hosted checkout: it is sent to the page that waits for the money. */
export class ReturnFromCheckout extends Command<Redirection> {
  constructor(readonly form: z.infer<typeof wire.checkoutReturn>) {
    super();
  }
}

@CommandHandler(ReturnFromCheckout)
export class ReturnFromCheckoutHandler implements ICommandHandler<ReturnFromCheckout> {
  constructor(
    private readonly gateway: RazorpayGateway,
    private readonly database: Database,
    private readonly commands: CommandBus,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ form }: ReturnFromCheckout): Promise<Redirection> {
    return { url: `${this.config.PUBLIC_URL}${await this.page(form)}`, statusCode: 303 };
  }

  /** Without the gateway's signature there is nothing to wait for. */
  private async page(form: ReturnFromCheckout['form']): Promise<string> {
    const { razorpay_order_id: order = '', razorpay_payment_id: payment = '' } = form;
    if (!this.gateway.isReturned(order, payment, form.razorpay_signature ?? ''))
      return '/contracts';
    const [row] = await this.database.query<{
      id: string;
      contract_id: string;
      milestone_id: string;
    }>('select id, contract_id, milestone_id from deposits where gateway_order_id = $1', [order]);
    if (!row) return '/contracts';
    await this.commands.execute(new WatchDeposit(row.id));
    return `/contracts/${row.contract_id}/fund/${row.milestone_id}?deposit=${row.id}`;
  }
}
