import { minor } from '@money';
import { Projection, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import type { PayoutEvent } from '../../../money/payouts';

/** Answers: what did whom move out of here, and to a bank account they had not used before? */
@Injectable()
@Projection('screening-movements')
export class Movements {
  readonly tables = ['screening_movements'];

  readonly on: On<PayoutEvent> = {
    PayoutRequested: async ({ payoutId, providerId, amount, bankAccountId }, { metadata }, sql) => {
      await sql.query(
        `insert into screening_movements (id, account_id, amount, currency, new_bank, bank_id, at)
          select $1, $2, $3, $4, count(*) > 0 and not coalesce(bool_or(bank_id = $5), false), $5, $6
            from screening_movements where account_id = $2 on conflict do nothing`,
        [
          ...[payoutId, providerId, minor(amount).toString(), amount.currency],
          ...[bankAccountId, metadata.at],
        ],
      );
    },
  };
}
