import {
  contractRows,
  contractView,
  declineContract,
  findContracts,
  findOurContracts,
  offerContract,
  postUpdate,
  signContract,
} from '@wire/contracts';
import type { ContractView, OfferContract as Offer } from '@wire/contracts';
import { created, id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { EndOffer } from './commands/end-offer';
import { OfferContract } from './commands/offer-contract';
import { PostUpdate } from './commands/post-update';
import { SignContract } from './commands/sign-contract';
import { AllContracts } from './queries/all-contracts';
import { ContractPage } from './queries/contract-page';
import { OurContracts } from './queries/our-contracts';
import { MyContracts, type ContractRows, type FindContracts } from './queries/my-contracts';

@Controller('api')
export class ContractsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('contracts')
  @Can('offer', 'Contract')
  @Returns(created, 201)
  offer(@Body({ schema: offerContract }) input: Offer): Promise<{ id: string }> {
    return this.commands.execute(new OfferContract(input));
  }

  @Post('contracts/:id/accept')
  @HttpCode(204)
  @Can('sign', 'Contract')
  sign(
    @Param('id', { schema: id }) contractId: string,
    @Body({ schema: signContract }) { signature }: z.infer<typeof signContract>,
  ): Promise<void> {
    return this.commands.execute(new SignContract(contractId, signature));
  }

  @Post('contracts/:id/decline')
  @HttpCode(204)
  @Can('decline', 'Contract')
  decline(
    @Param('id', { schema: id }) contractId: string,
    @Body({ schema: declineContract }) { reason }: z.infer<typeof declineContract>,
  ): Promise<void> {
    return this.commands.execute(new EndOffer(contractId, { to: 'declined', reason }));
  }

  @Post('contracts/:id/withdraw')
  @HttpCode(204)
  @Can('offer', 'Contract')
  withdraw(@Param('id', { schema: id }) contractId: string): Promise<void> {
    return this.commands.execute(new EndOffer(contractId, { to: 'withdrawn' }));
  }

  @Post('contracts/:id/updates')
  @ApiOperation({ summary: 'Posts an update to the other side of a contract.' })
  @HttpCode(204)
  @Can('post', 'Contract')
  update(
    @Param('id', { schema: id }) contractId: string,
    @Body({ schema: postUpdate }) input: z.infer<typeof postUpdate>,
  ): Promise<void> {
    return this.commands.execute(new PostUpdate(contractId, input));
  }

  @Get('contracts')
  @ApiOperation({ summary: 'Your contracts.' })
  @Can('read', 'Contract')
  @Returns(contractRows)
  mine(@Query({ schema: findContracts }) filter: FindContracts): Promise<ContractRows> {
    return this.queries.execute(new MyContracts(filter));
  }

  @Get('contracts/ours')
  @Can('follow', 'Contract')
  @Returns(contractRows)
  ours(@Query({ schema: findOurContracts }) filter: OurContracts['filter']): Promise<ContractRows> {
    return this.queries.execute(new OurContracts(filter));
  }

  @Get('contracts/:id')
  @ApiOperation({ summary: 'One contract with its milestones and its timeline.' })
  @Can('read', 'Contract')
  @Returns(contractView)
  page(@Param('id', { schema: id }) contractId: string): Promise<ContractView> {
    return this.queries.execute(new ContractPage(contractId));
  }

  @Get('admin/contracts')
  @Can('inspect', 'Contract')
  @Returns(contractRows)
  all(@Query({ schema: findContracts }) filter: FindContracts): Promise<ContractRows> {
    return this.queries.execute(new AllContracts(filter));
  }

  @Get('admin/contracts/:id')
  @Can('inspect', 'Contract')
  @Returns(contractView)
  inspect(@Param('id', { schema: id }) contractId: string): Promise<ContractView> {
    return this.queries.execute(new ContractPage(contractId, true));
  }
}
