import type { Sql } from '@eventstore/record';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { CONFIG, type Config } from '../../../config';
import type { Destination } from '../domain/payout';

export interface BankAccountRow extends Destination {
  readonly holder: string;
  readonly ifsc: string;
  readonly last4: string;
  readonly fundAccountId: string | null;
  readonly validationId: string | null;
}

type NewBankAccount = Omit<BankAccountRow, 'state' | 'isChange'> & { readonly number: string };

const columns = `id, provider_id as "providerId", holder, ifsc, last4, state,
  fund_account_id as "fundAccountId", validation_id as "validationId", created_at as "createdAt",
  exists (select from bank_accounts o where o.provider_id = bank_accounts.provider_id
    and o.state = 'verified' and o.created_at < bank_accounts.created_at) as "isChange"`;

/** Where payouts go. The number itself stays at the bank partner; here are its tokens and last digits. */
@Injectable()
export class BankAccounts {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async find(bankAccountId: string): Promise<BankAccountRow> {
    const [row] = await this.database.query<BankAccountRow>(
      `select ${columns} from bank_accounts where id = $1`,
      [bankAccountId],
    );
    return row ?? reject('payouts.bank_not_found');
  }

  of(providerId: string): Promise<BankAccountRow[]> {
    return this.database.query<BankAccountRow>(
      `select ${columns} from bank_accounts where provider_id = $1 order by created_at desc`,
      [providerId],
    );
  }

  /** Whether money went, or could have gone, to another account before. */
  async hasProved(sql: Sql, providerId: string): Promise<boolean> {
    const rows = await sql.query(
      `select 1 from bank_accounts where provider_id = $1 and state = 'verified' limit 1`,
      [providerId],
    );
    return rows.length > 0;
  }

  async add(sql: Sql, account: NewBankAccount): Promise<void> {
    await sql.query(
      `insert into bank_accounts (id, provider_id, holder, ifsc, last4, fund_account_id, validation_id,
          state, created_at, mark) values ($1, $2, $3, $4, $5, $6, $7, 'verifying', $8, $9)`,
      [
        account.id,
        account.providerId,
        account.holder,
        account.ifsc,
        account.last4,
        account.fundAccountId,
        account.validationId,
        account.createdAt.toISOString(),
        this.markOf(account),
      ],
    );
  }

  /** Whether two people are paid out to one account can be seen by this, and the number cannot. */
  private markOf({ ifsc, number }: NewBankAccount): Buffer {
    const keyed = createHmac('sha256', this.config.AUTH_SECRET);
    return keyed.update(`bank account ${ifsc.toUpperCase()} ${number}`).digest();
  }

  /** The penny drop's outcome; false when no account waits for it (yet). */
  async settle(validationId: string, active: boolean): Promise<boolean> {
    const rows = await this.database.query(
      `update bank_accounts set state = $2 where validation_id = $1 returning id`,
      [validationId, active ? 'verified' : 'failed'],
    );
    return rows.length > 0;
  }
}
