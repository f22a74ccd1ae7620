import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Identity, ProviderName } from '@wire/identities';
import { firstValueFrom } from 'rxjs';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { Icon } from '@ui/icon';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { ConnectedApi } from './connected.api';

const brands: Readonly<Record<ProviderName, string>> = {
  google: 'Google',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
};

/** By whom else one can log in: what is connected, and what can be. */
@Component({
  selector: 'app-connected',
  imports: [
    Button,
    Card,
    EmptyState,
    ErrorState,
    ErrorSummary,
    Icon,
    Moment,
    PageHeader,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './connected.html',
  styleUrl: '../security/rows.scss',
})
export class Connected {
  private readonly api = inject(ConnectedApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly confirmation = inject(Confirmation);
  private readonly document = inject(DOCUMENT);
  protected readonly list = answer(() => this.api.all());
  protected readonly busy = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly brands = brands;
  /** Every provider that is here or was once: one that is gone can still be disconnected. */
  protected readonly rows = computed(() => {
    const { providers = [], mine } = this.list.value() ?? {};
    const linked = mine?.items ?? [];
    const names = new Set([...providers, ...linked.map(({ provider }) => provider)]);
    return [...names].map((provider) => ({
      provider,
      identity: linked.find((one) => one.provider === provider) ?? null,
    }));
  });
  protected readonly organisations = computed(() => this.list.value()?.mine.organisations ?? []);
  /** The last provider of somebody without a password or a passkey stays. */
  protected readonly isLast = computed(() => {
    const mine = this.list.value()?.mine;
    return mine !== undefined && !mine.otherWaysIn && mine.items.length === 1;
  });

  protected link(provider: ProviderName): Promise<void> {
    return this.try(provider, async () => {
      const { url } = await firstValueFrom(this.api.link(provider));
      this.document.location.assign(url);
    });
  }
  protected async unlink({ id, provider }: Identity): Promise<void> {
    const brand = brands[provider];
    const sure = await this.confirmation.ask({
      heading: this.say.it('connected.unlink.heading', { brand }),
      text: this.say.it('connected.unlink.text', { brand }),
      verb: this.say.it('connected.unlink.verb'),
      danger: true,
    });
    if (!sure) return;
    await this.try(provider, async () => {
      await firstValueFrom(this.api.unlink(id));
      this.list.refresh();
      this.toasts.say({ text: this.say.it('connected.unlink.done', { brand }) });
    });
  }

  private async try(what: string, work: () => Promise<void>): Promise<void> {
    this.busy.set(what);
    this.problem.set(null);
    try {
      await work();
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    } finally {
      this.busy.set('');
    }
  }
}
