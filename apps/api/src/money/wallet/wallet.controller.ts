import * as wire from '@wire/wallet';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import * as z from 'zod';
import { EntryProof } from './queries/entry-proof';
import { MyStatement, StatementCsv } from './queries/statement';
import { MyWallet } from './queries/wallet-view';

const entryId = z.string().regex(/^\d{1,18}$/);

@Controller('api/wallet')
export class WalletController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Balances, and what comes next.' })
  @Can('read', 'Wallet')
  @Returns(wire.walletView)
  wallet(): Promise<wire.WalletView> {
    return this.queries.execute(new MyWallet());
  }

  @Get('statement')
  @ApiOperation({ summary: 'Entries of the ledger, newest first.' })
  @Can('read', 'Wallet')
  @Returns(wire.statementRows)
  statement(
    @Query({ schema: wire.findStatement }) filter: MyStatement['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new MyStatement(filter));
  }

  @Get('statement.csv')
  @ApiOperation({ summary: 'The same as CSV.' })
  @Can('read', 'Wallet')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="statement.csv"')
  csv(@Query({ schema: wire.findStatement }) filter: MyStatement['filter']): Promise<string> {
    return this.queries.execute(new StatementCsv(filter));
  }

  @Get('entries/:entryId')
  @ApiOperation({ summary: 'The event behind an entry, with its proof.' })
  @Can('read', 'Wallet')
  @Returns(wire.entryProof)
  proof(@Param('entryId', { schema: entryId }) id: string): Promise<unknown> {
    return this.queries.execute(new EntryProof(id));
  }
}
