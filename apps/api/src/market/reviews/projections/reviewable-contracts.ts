import { Projection, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { contractOf, type EscrowEvent } from '../../../money/escrow';
import type { ContractEvent } from '../../contracts';

/** Answers: may these two review each other? Yes, once money was in escrow for them. */
@Injectable()
@Projection('reviewable-contracts')
export class ReviewableContracts {
  readonly on: On<ContractEvent | EscrowEvent> = {
    ContractSigned: async ({ contractId, clientId, providerId }, _, sql) => {
      await sql.query(
        `insert into reviewable_contracts (contract_id, client_id, provider_id, funded)
          values ($1, $2, $3, false)`,
        [contractId, clientId, providerId],
      );
    },
    EscrowFunded: async (_, { stream }, sql) => {
      await sql.query('update reviewable_contracts set funded = true where contract_id = $1', [
        contractOf(stream),
      ]);
    },
  };
}
