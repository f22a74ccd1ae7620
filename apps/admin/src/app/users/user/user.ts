import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { RolesDialog } from '../roles/roles-dialog';
import { UsersApi } from '../users.api';
import { WalletCard } from '../wallet/wallet-card';

/** One person: identity, roles, sessions, and how much work they have here. */
@Component({
  selector: 'app-user',
  imports: [
    Button,
    Can,
    Card,
    Copy,
    ErrorState,
    Moment,
    PageHeader,
    RolesDialog,
    RouterLink,
    Skeleton,
    Status,
    TranslatePipe,
    WalletCard,
  ],
  templateUrl: './user.html',
  styleUrl: './user.scss',
})
export class UserPage {
  private readonly api = inject(UsersApi);
  private readonly say = inject(Say);
  private readonly session = inject(Session);
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly user = answer(() => this.api.one(this.id()));
  protected readonly changingRoles = signal(false);
  /** Nobody asks for roles of their own. */
  protected readonly isMe = computed(() => this.session.viewer()?.id === this.id());
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('users.heading'), link: '/users' },
    { label: this.user.value()?.name ?? this.say.it('users.one') },
  ]);
}
