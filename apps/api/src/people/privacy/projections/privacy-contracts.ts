import { Projection, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { contractOf, type EscrowEvent } from '../../../money/escrow';

/** Answers: in whose contracts may money lie? */
@Injectable()
@Projection('privacy-contracts')
export class PrivacyContracts {
  readonly on: On<EscrowEvent> = {
    EscrowOpened: async ({ clientId, providerId }, { stream }, sql) => {
      await sql.query(
        `insert into privacy_contracts (contract_id, account_id)
          select $1, unnest($2::uuid[]) on conflict do nothing`,
        [contractOf(stream), [clientId, providerId]],
      );
    },
  };
}
