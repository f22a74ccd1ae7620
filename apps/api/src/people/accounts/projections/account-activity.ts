import { Projection, type On } from '@kernel/consumers';
import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';

/** What is listened to, as the market tells it; declared here because the market listens to accounts. */
type Heard =
  | { readonly type: 'JobPublished'; readonly data: { readonly clientId: string } }
  | {
      readonly type: 'ContractSigned';
      readonly data: { readonly clientId: string; readonly providerId: string };
    };

/** Answers: how much has this account done here? */
@Injectable()
@Projection('account-activity')
export class AccountActivity {
  readonly tables = ['account_activity'];

  readonly on: On<Heard> = {
    JobPublished: ({ clientId }, _, sql) => this.count(sql, clientId, 'jobs'),
    ContractSigned: async ({ clientId, providerId }, _, sql) => {
      await this.count(sql, clientId, 'contracts');
      await this.count(sql, providerId, 'contracts');
    },
  };

  private async count(sql: Sql, accountId: string, figure: 'jobs' | 'contracts'): Promise<void> {
    await sql.query(
      `insert into account_activity as f (account_id, ${figure}) values ($1, 1)
        on conflict (account_id) do update set ${figure} = f.${figure} + 1`,
      [accountId],
    );
  }
}
