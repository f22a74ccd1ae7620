import { Component, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { findHome, type Home } from '@wire/sso';
import { Button } from '@ui/button';
import { IdentitiesApi } from '../identities.api';

const quietMs = 400;

/** Knows from the domain of an address, and from nothing else of it, whether its people log in elsewhere. */
@Component({
  selector: 'app-sso-hint',
  imports: [Button, RouterLink, TranslatePipe],
  template: `
    @if (home()?.sso) {
      <p role="status">
        {{ (home()?.enforced ? 'accounts.sso.enforced' : 'accounts.sso.hint') | translate }}
      </p>
      <a
        uiButton
        block
        [kind]="home()?.enforced ? 'primary' : 'secondary'"
        routerLink="/login/sso"
        [queryParams]="{ email: email().trim(), next: next() }"
        >{{ 'accounts.sso.verb' | translate }}</a
      >
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
  `,
})
export class SsoHint {
  private readonly api = inject(IdentitiesApi);
  readonly email = input.required<string>();
  readonly next = input<string>();
  protected readonly home = signal<Home | null>(null);
  private asked = '';

  constructor() {
    effect((stop) => {
      const [, domain = ''] = /@([^@\s]+)\s*$/.exec(this.email()) ?? [];
      const { data } = findHome.safeParse({ domain });
      if (data?.domain === this.asked) return;
      this.asked = data?.domain ?? '';
      this.home.set(null);
      if (!data) return;
      const waiting = setTimeout(() => this.ask(data.domain), quietMs);
      stop(() => clearTimeout(waiting));
    });
  }

  /** Nobody has to know: without an answer the log-in is as it always was. */
  private ask(domain: string): void {
    this.api.home(domain).subscribe({
      next: (home) => {
        if (domain === this.asked) this.home.set(home);
      },
      error: () => this.home.set(null),
    });
  }
}
