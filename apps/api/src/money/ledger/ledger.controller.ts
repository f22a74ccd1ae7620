import * as wire from '@wire/ledger';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import * as z from 'zod';
import { AccountEntries, JournalById, TrialBalance } from './queries/ledger';
import { LedgerAccounts } from './queries/ledger-accounts';

const account = z.string().regex(/^[a-z:A-Z0-9-]{3,120}$/);

@Controller('api/admin/ledger')
export class LedgerController {
  constructor(private readonly queries: QueryBus) {}

  @Get('trial-balance')
  @Can('inspect', 'Ledger')
  @Returns(wire.trialBalance)
  trialBalance(): Promise<unknown> {
    return this.queries.execute(new TrialBalance());
  }

  @Get('accounts')
  @Can('inspect', 'Ledger')
  @Returns(wire.ledgerAccounts)
  accounts(
    @Query({ schema: wire.findLedgerAccounts }) filter: LedgerAccounts['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new LedgerAccounts(filter));
  }

  @Get('accounts/:account')
  @Can('inspect', 'Ledger')
  @Returns(wire.ledgerEntries)
  entries(
    @Param('account', { schema: account }) name: string,
    @Query({ schema: wire.findEntries }) filter: AccountEntries['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new AccountEntries(name, filter));
  }

  @Get('journals/:journalId')
  @Can('inspect', 'Ledger')
  @Returns(wire.journal)
  journal(@Param('journalId', { schema: id }) journalId: string): Promise<unknown> {
    return this.queries.execute(new JournalById(journalId));
  }
}
