import { isPlatformBrowser } from '@angular/common';
import { inject, PLATFORM_ID, Service, signal } from '@angular/core';

const kept = 'gh_view';

/**
 * Somebody of staff looks with a member's eyes: the token of that look, for this tab alone. It only
 * looks, and dies by itself.
 */
@Service()
export class Viewing {
  private readonly browser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly held = signal(this.browser ? sessionStorage.getItem(kept) : null);
  readonly token = this.held.asReadonly();

  begin(token: string): void {
    sessionStorage.setItem(kept, token);
    this.held.set(token);
  }
  end(): void {
    sessionStorage.removeItem(kept);
    this.held.set(null);
  }
}
