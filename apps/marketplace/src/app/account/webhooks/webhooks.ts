import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { WebhookEndpoint } from '@wire/webhooks';
import type { Observable } from 'rxjs';
import { answer } from '@ui/app/answer';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { ProblemWords } from '@ui/problem-words';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { Deliveries } from './deliveries';
import { EndpointDialog } from './endpoint-dialog';
import { SecretDialog } from './secret-dialog';
import { WebhooksApi } from './webhooks.api';

/** Servers of the member that are told of what happens, and what they were told. */
@Component({
  selector: 'app-webhooks',
  imports: [
    Button,
    Card,
    Deliveries,
    EmptyState,
    EndpointDialog,
    ErrorState,
    Moment,
    PageHeader,
    SecretDialog,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  providers: [ProblemWords],
  templateUrl: './webhooks.html',
  styleUrl: './webhooks.scss',
})
export class Webhooks {
  private readonly api = inject(WebhooksApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly confirm = inject(Confirmation);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  /** From the address: whose deliveries are open. */
  readonly endpoint = input<string>();

  protected readonly list = answer(() => this.api.endpoints());
  protected readonly editing = signal<{ endpoint: WebhookEndpoint | null } | null>(null);
  protected readonly sent = signal(0);
  protected readonly names = computed(
    () => (events: readonly string[]) =>
      events.map((event) => this.say.it(`webhooks.events.${event.replace('.', '_')}`)).join(' · '),
  );
  private readonly secrets = viewChild.required(SecretDialog);

  protected closed(secret: string | null): void {
    this.editing.set(null);
    if (secret === null) return;
    this.list.refresh();
    if (secret !== '') this.secrets().show(secret);
    else this.toasts.say({ text: this.say.it('webhooks.changed') });
  }
  protected open(id: string): void {
    const queryParams = { endpoint: this.endpoint() === id ? null : id };
    void this.router.navigate([], { queryParams, replaceUrl: true });
  }
  protected test(id: string): void {
    this.run(this.api.test(id), () => {
      this.sent.update((count) => count + 1);
      this.toasts.say({ text: this.say.it('webhooks.tested') });
      if (this.endpoint() !== id) this.open(id);
    });
  }
  protected enable(id: string): void {
    this.run(this.api.enable(id), () => this.toasts.say({ text: this.say.it('webhooks.enabled') }));
  }
  protected async rotate(id: string): Promise<void> {
    if (!(await this.sure('rotate'))) return;
    this.run(this.api.rotate(id), ({ secret }) => this.secrets().show(secret));
  }
  protected async remove(id: string): Promise<void> {
    if (!(await this.sure('remove'))) return;
    this.run(this.api.remove(id), () => this.toasts.say({ text: this.say.it('webhooks.removed') }));
  }

  private sure(what: 'rotate' | 'remove'): Promise<boolean> {
    const word = (key: string) => this.say.it(`webhooks.${what}.${key}`);
    const danger = what === 'remove';
    return this.confirm.ask({
      heading: word('heading'),
      text: word('text'),
      verb: word('verb'),
      danger,
    });
  }
  private run<T>(asked: Observable<T>, done: (answer: T) => void): void {
    asked.subscribe({
      next: (got) => {
        done(got);
        this.list.refresh();
      },
      error: (thrown: unknown) => this.toasts.fail(this.words.transform(asProblem(thrown))),
    });
  }
}
