import { Component, computed, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { listing } from '@ui/app/listing';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { Icon } from '@ui/icon';
import { Moment } from '@ui/moment';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { AccountApi, type SessionView } from '../account.api';

/** Where one is logged in, each with its end. */
@Component({
  selector: 'app-sessions-card',
  imports: [Button, Card, ErrorState, ErrorSummary, Icon, Moment, Skeleton, Status, TranslatePipe],
  templateUrl: './sessions-card.html',
  styleUrl: './rows.scss',
})
export class SessionsCard {
  private readonly api = inject(AccountApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly confirmation = inject(Confirmation);
  protected readonly list = listing(() => this.api.sessions());
  protected readonly refusal = signal<Problem | null>(null);
  protected readonly hasOthers = computed(() => (this.list.rows()?.length ?? 0) > 1);

  /** The city and its country, or that it is next door; nothing where nobody knows. */
  protected placeOf({ place }: SessionView): string {
    if (place?.network) return this.say.it('account.security.network');
    const parts = [place?.city, place?.country && this.say.country(place.country)];
    return parts.filter(Boolean).join(this.say.it('account.security.between'));
  }
  protected async end({ id, device }: SessionView): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('account.security.endHeading'),
      text: this.say.it('account.security.endText', { device }),
      verb: this.say.it('account.security.end'),
      danger: true,
    });
    if (!sure) return;
    this.api.revoke(id).subscribe({
      next: () => {
        this.list.change((rows) => rows.filter((each) => each.id !== id));
        this.toasts.say({ text: this.say.it('account.security.ended', { device }) });
      },
      error: (thrown: unknown) => this.refusal.set(asProblem(thrown)),
    });
  }
  protected async endOthers(): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('account.security.endOthers'),
      text: this.say.it('account.security.endOthersText'),
      verb: this.say.it('account.security.endOthers'),
      danger: true,
    });
    if (!sure) return;
    this.api.revokeOthers().subscribe({
      next: () => {
        this.list.change((rows) => rows.filter(({ current }) => current));
        this.toasts.say({ text: this.say.it('account.security.endedOthers') });
      },
      error: (thrown: unknown) => this.refusal.set(asProblem(thrown)),
    });
  }
}
