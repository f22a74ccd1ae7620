import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { EMPTY, finalize } from 'rxjs';
import { Ability, Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { isStaffRole } from '@wire/duties';
import { Reveal } from '../reveal/reveal';
import { RolesDialog } from '../roles/roles-dialog';
import { type Field, UsersApi } from '../users.api';
import { BeginViewing } from '../viewing/viewing';
import { SuspensionCard } from '../suspension/suspension-card';
import { Masked } from './masked';
import { WalletCard } from '../wallet/wallet-card';

/** One person: identity, roles, sessions, and how much work they have here. */
@Component({
  selector: 'app-user',
  imports: [
    BeginViewing,
    Button,
    Can,
    Card,
    Copy,
    ErrorState,
    Masked,
    Moment,
    PageHeader,
    Reveal,
    RolesDialog,
    RouterLink,
    Skeleton,
    Status,
    SuspensionCard,
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
  private readonly confirmation = inject(Confirmation);
  private readonly toasts = inject(Toasts);
  private readonly ability = inject(Ability);
  private again?: ReturnType<typeof setTimeout>;
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly user = answer(() => this.api.one(this.id()));
  protected readonly changingRoles = signal(false);
  /** Which masked details are asked for, and until when they are shown. */
  protected readonly revealing = signal<readonly Field[] | null>(null);
  private readonly revealed = answer(() =>
    this.ability.can('reveal', 'Account') ? this.api.revealedUntil(this.id()) : EMPTY,
  );
  protected readonly shownUntil = computed(() => this.revealed.value()?.until ?? null);
  protected readonly viewing = signal(false);
  /** Nobody looks with the eyes of a colleague. */
  protected readonly isMember = computed(() => !this.user.value()?.roles.some(isStaffRole));
  /** Nobody asks for roles of their own. */
  protected readonly isMe = computed(() => this.session.viewer()?.id === this.id());
  protected isMasked(field: string): boolean {
    return this.user.value()?.masked.includes(field) ?? false;
  }
  /** Shown now, and masked again without another look when the time is over. */
  protected show(until: string): void {
    this.revealed.refresh();
    this.user.refresh();
    this.again = setTimeout(() => this.user.refresh(), Date.parse(until) - Date.now() + 1_000);
  }
  protected readonly ending = signal(false);
  /** At every browser of theirs; they are told by mail. */
  protected async endSessions(name: string): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('users.endSessions.heading', { name }),
      text: this.say.it('users.endSessions.text'),
      verb: this.say.it('users.endSessions.verb'),
      danger: true,
    });
    if (!sure) return;
    this.ending.set(true);
    this.api
      .endSessions(this.id())
      .pipe(finalize(() => this.ending.set(false)))
      .subscribe({
        next: () => {
          this.toasts.say({ text: this.say.it('users.endSessions.done') });
          this.user.refresh();
        },
        error: () => this.toasts.fail(this.say.it('ui.failed')),
      });
  }
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('users.heading'), link: '/users' },
    { label: this.user.value()?.name ?? this.say.it('users.one') },
  ]);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.again));
  }
}
