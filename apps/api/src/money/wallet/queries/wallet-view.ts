import { money, type Currency } from '@money';
import type { WalletView } from '@wire/wallet';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ContractTitle } from '../../../market/contracts';

interface Balance {
  currency: Currency;
  available: string;
  held: string;
  in_escrow: string;
}

interface Upcoming {
  contract_id: string;
  milestone_id: string;
  net: string;
  currency: Currency;
  release_at: Date;
}

/** Where does my money stand? */
export class MyWallet extends Query<WalletView> {}

@QueryHandler(MyWallet)
export class MyWalletHandler implements IQueryHandler<MyWallet> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute(): Promise<WalletView> {
    const { id } = this.context.actor;
    const [balances, upcoming] = await Promise.all([this.balances(id), this.upcoming(id)]);
    return { balances, upcoming };
  }

  private async balances(id: string): Promise<WalletView['balances']> {
    const rows = await this.database.query<Balance>(
      `with mine as (select currency, kind, balance from ledger.accounts where owner = $1::text),
        escrow as (select currency, sum(amount) as total from upcoming_releases
          where (client_id = $1::uuid or provider_id = $1::uuid)
            and state in ('funded', 'in_review', 'changes_requested') group by currency)
       select c.currency,
        coalesce((select balance from mine m where m.currency = c.currency and kind = 'wallet_available'), 0) as available,
        coalesce((select balance from mine m where m.currency = c.currency and kind = 'wallet_held'), 0) as held,
        coalesce((select total from escrow e where e.currency = c.currency), 0) as in_escrow
       from (select currency from mine union select currency from escrow union select 'INR') c order by 1`,
      [id],
      'wallet.balances',
    );
    return rows.map(({ currency, available, held, in_escrow }) => ({
      currency,
      available: money(BigInt(available), currency),
      held: money(BigInt(held), currency),
      inEscrow: money(BigInt(in_escrow), currency),
    }));
  }

  private async upcoming(id: string): Promise<WalletView['upcoming']> {
    const rows = await this.database.query<Upcoming>(
      `select contract_id, milestone_id, net, currency, release_at from upcoming_releases
        where provider_id = $1 and state = 'in_review' order by release_at limit 50`,
      [id],
      'wallet.upcoming',
    );
    return Promise.all(
      rows.map(async (row) => ({
        contractId: row.contract_id,
        milestoneId: row.milestone_id,
        title: (await this.queries.execute(new ContractTitle(row.contract_id))) ?? '',
        net: money(BigInt(row.net), row.currency),
        releaseAt: row.release_at.toISOString(),
      })),
    );
  }
}
