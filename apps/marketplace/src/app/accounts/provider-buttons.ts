import { DOCUMENT } from '@angular/common';
import { Component, inject, input, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ProviderName } from '@wire/identities';
import { firstValueFrom } from 'rxjs';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { brands } from './brands';
import { IdentitiesApi } from './identities.api';
import { ownPage } from './own-page';

/** The ways in by others, for those that this installation knows. */
@Component({
  selector: 'app-provider-buttons',
  imports: [Button, ErrorSummary, TranslatePipe],
  template: `
    @if (list.value(); as found) {
      @if (found.items.length > 0) {
        <p class="or">
          <span>{{ 'accounts.providers.or' | translate }}</span>
        </p>
        <ui-error-summary [problem]="problem()" />
        @for (provider of found.items; track provider) {
          <button
            uiButton
            block
            type="button"
            [busy]="busy() === provider"
            (click)="leave(provider)"
          >
            {{ 'accounts.providers.with' | translate: { brand: brands[provider] } }}
          </button>
        }
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }
    :host:empty {
      display: none;
    }
    .or {
      display: flex;
      align-items: center;
      gap: var(--s3);
      color: var(--muted);
      font-size: var(--t14);
    }
    .or::before,
    .or::after {
      flex: 1;
      border-block-start: 1px solid var(--line);
      content: '';
    }
  `,
})
export class ProviderButtons {
  private readonly api = inject(IdentitiesApi);
  private readonly document = inject(DOCUMENT);
  readonly next = input<string>();
  protected readonly list = answer(() => this.api.providers());
  protected readonly busy = signal<ProviderName | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly brands = brands;

  protected async leave(provider: ProviderName): Promise<void> {
    this.busy.set(provider);
    this.problem.set(null);
    try {
      const { url } = await firstValueFrom(this.api.begin(provider, ownPage(this.next())));
      this.document.location.assign(url);
    } catch (thrown) {
      this.busy.set(null);
      this.problem.set(asProblem(thrown));
    }
  }
}
