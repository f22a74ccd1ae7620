import { Can } from '@kernel/http/can';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/organisations';
import { created, id } from '@wire/primitives';
import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { ChangeMember, TransferOwnership } from './commands/change-member';
import { ResendInvitation, RevokeInvitation } from './commands/invitations';
import { InviteMember } from './commands/invite-member';
import { RemoveMember } from './commands/remove-member';

const one = { schema: id };

/** Who is in an organisation, and who is asked to be. */
@Controller('api/organisations/:id')
export class MembersController {
  constructor(private readonly commands: CommandBus) {}

  @Post('invitations')
  @Can('update', 'Organisation')
  @Limit('messages')
  @Returns(created, 201)
  invite(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.inviteMember }) input: wire.InviteMember,
  ): Promise<{ id: string }> {
    return this.commands.execute(new InviteMember(organisationId, input));
  }

  @Post('invitations/:invitationId/resend')
  @HttpCode(204)
  @Can('update', 'Organisation')
  @Limit('codes')
  resend(
    @Param('id', one) organisationId: string,
    @Param('invitationId', one) invitationId: string,
  ): Promise<void> {
    return this.commands.execute(new ResendInvitation(organisationId, invitationId));
  }

  @Delete('invitations/:invitationId')
  @HttpCode(204)
  @Can('update', 'Organisation')
  revoke(
    @Param('id', one) organisationId: string,
    @Param('invitationId', one) invitationId: string,
  ): Promise<void> {
    return this.commands.execute(new RevokeInvitation(organisationId, invitationId));
  }

  @Put('members/:accountId')
  @HttpCode(204)
  @Can('update', 'Organisation')
  change(
    @Param('id', one) organisationId: string,
    @Param('accountId', one) accountId: string,
    @Body({ schema: wire.changeMember }) input: wire.ChangeMember,
  ): Promise<void> {
    return this.commands.execute(new ChangeMember(organisationId, accountId, input));
  }

  @Delete('members/:accountId')
  @HttpCode(204)
  @Can('read', 'Organisation')
  remove(
    @Param('id', one) organisationId: string,
    @Param('accountId', one) accountId: string,
  ): Promise<void> {
    return this.commands.execute(new RemoveMember(organisationId, accountId));
  }

  @Post('transfer')
  @HttpCode(204)
  @Can('update', 'Organisation')
  transfer(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.transferOwnership }) { to }: z.infer<typeof wire.transferOwnership>,
  ): Promise<void> {
    return this.commands.execute(new TransferOwnership(organisationId, to));
  }
}
