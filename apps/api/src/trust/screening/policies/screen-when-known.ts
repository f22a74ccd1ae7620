import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { AccountEvent } from '../../../people/accounts';
import type { VerificationEvent } from '../../verification';
import { ScreenAccount } from '../commands/screen-account';

/** Whenever a name is new to us: at sign-up, when it changes, and when papers say another one. */
@Injectable()
@Policy('screen-when-known')
export class ScreenWhenKnown {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<AccountEvent | VerificationEvent> = {
    AccountRegistered: ({ accountId }) => this.screen(accountId, 'sign_up'),
    AccountRenamed: ({ accountId }) => this.screen(accountId, 'name_change'),
    IdentityRead: ({ accountId }) => this.screen(accountId, 'verification'),
    IdentityApproved: ({ accountId }) => this.screen(accountId, 'verification'),
  };

  private screen(accountId: string, cause: ScreenAccount['cause']): Promise<void> {
    return this.commands.execute(new ScreenAccount(accountId, cause));
  }
}
