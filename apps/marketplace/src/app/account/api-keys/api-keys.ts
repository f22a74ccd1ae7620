import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ApiKey, KeyState } from '@wire/api-keys';
import type { Observable } from 'rxjs';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status, type Tone } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { ApiKeysApi } from './api-keys.api';
import { KeyDialog } from './key-dialog';
import { ServicesCard } from './services-card';
import { ShownOnce } from './shown-once';

const tones: Readonly<Record<KeyState, Tone>> = {
  active: 'brand',
  expired: 'neutral',
  revoked: 'neutral',
};

/** The programs that act for somebody: what each may do, when it last did, and how to stop it. */
@Component({
  selector: 'app-api-keys',
  imports: [
    Button,
    Card,
    EmptyState,
    ErrorState,
    ErrorSummary,
    KeyDialog,
    Moment,
    PageHeader,
    ServicesCard,
    ShownOnce,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  templateUrl: './api-keys.html',
  styleUrl: './api-keys.scss',
})
export class ApiKeys {
  private readonly api = inject(ApiKeysApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly confirmation = inject(Confirmation);
  protected readonly list = answer(() => this.api.all());
  protected readonly keys = computed(() => this.list.value()?.keys ?? []);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly making = signal(false);
  protected readonly names = computed(
    () => (scopes: readonly string[]) =>
      scopes.map((one) => this.say.it(`apiKeys.scopes.${one.replace(':', '_')}`)).join(' · '),
  );
  private readonly once = viewChild.required(ShownOnce);

  protected toneOf(state: KeyState): Tone {
    return tones[state];
  }
  protected made(key: string): void {
    this.making.set(false);
    if (key === '') return;
    this.list.refresh();
    this.once().show(key);
  }
  protected async rotate({ id, name }: ApiKey): Promise<void> {
    if (await this.sure('rotate', name))
      this.run(this.api.rotate(id), ({ key }) => this.once().show(key));
  }
  protected async revoke({ id, name }: ApiKey): Promise<void> {
    if (await this.sure('revoke', name))
      this.run(this.api.revoke(id), () =>
        this.toasts.say({ text: this.say.it('apiKeys.revoke.done', { name }) }),
      );
  }

  private sure(what: 'rotate' | 'revoke', name: string): Promise<boolean> {
    return this.confirmation.ask({
      heading: this.say.it(`apiKeys.${what}.heading`, { name }),
      text: this.say.it(`apiKeys.${what}.text`),
      verb: this.say.it(`apiKeys.${what}.verb`),
      danger: what === 'revoke',
    });
  }
  private run<T>(asked: Observable<T>, done: (answer: T) => void): void {
    this.problem.set(null);
    asked.subscribe({
      next: (got) => {
        done(got);
        this.list.refresh();
      },
      error: (thrown: unknown) => this.problem.set(asProblem(thrown)),
    });
  }
}
