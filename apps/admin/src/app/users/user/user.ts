import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { UsersApi } from '../users.api';

/** One person: identity, roles, sessions, and how much work they have here. */
@Component({
  selector: 'app-user',
  imports: [Card, Copy, ErrorState, Moment, PageHeader, Skeleton, Status, TranslatePipe],
  templateUrl: './user.html',
  styleUrl: './user.scss',
})
export class UserPage {
  private readonly api = inject(UsersApi);
  private readonly say = inject(Say);
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly user = answer(() => this.api.one(this.id()));
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('users.heading'), link: '/users' },
    { label: this.user.value()?.name ?? this.say.it('users.one') },
  ]);
}
