import * as wire from '@wire/replay';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ReasonsFor, ReplayContract } from './queries/reasons';
import { BalanceAt, DifferenceBetween, TrialBalanceAt } from './queries/replay';

/** The time machine. */
@Controller('api/admin/replay')
export class ReplayController {
  constructor(private readonly queries: QueryBus) {}

  @Get('balance')
  @Can('inspect', 'Replay')
  @Returns(wire.balanceAt)
  balance(@Query({ schema: wire.findBalance }) asked: BalanceAt['asked']): Promise<unknown> {
    return this.queries.execute(new BalanceAt(asked));
  }

  @Get('trial-balance')
  @Can('inspect', 'Replay')
  @Returns(wire.trialBalanceAt)
  trialBalance(
    @Query({ schema: wire.findTrialBalance }) asked: TrialBalanceAt['asked'],
  ): Promise<unknown> {
    return this.queries.execute(new TrialBalanceAt(asked));
  }

  @Get('difference')
  @Can('inspect', 'Replay')
  @Returns(wire.difference)
  difference(
    @Query({ schema: wire.findDifference }) asked: DifferenceBetween['asked'],
  ): Promise<unknown> {
    return this.queries.execute(new DifferenceBetween(asked));
  }

  @Get('why')
  @Can('inspect', 'Replay')
  @Returns(wire.reasons)
  why(@Query({ schema: wire.findReasons }) asked: ReasonsFor['asked']): Promise<unknown> {
    return this.queries.execute(new ReasonsFor(asked));
  }

  @Get('contracts/:contractId')
  @Can('inspect', 'Replay')
  @Returns(wire.contractReplay)
  contract(@Param('contractId', { schema: id }) contractId: string): Promise<unknown> {
    return this.queries.execute(new ReplayContract(contractId));
  }
}
