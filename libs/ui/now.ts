import { DestroyRef, inject, PLATFORM_ID, Service, signal } from '@angular/core';
import { isPlatformServer } from '@angular/common';

/** The time of day as a signal that moves every 30 s: one clock for every countdown of the page. */
@Service()
export class Now {
  private readonly ticking = signal(Date.now());
  readonly at = this.ticking.asReadonly();

  constructor() {
    if (isPlatformServer(inject(PLATFORM_ID))) return;
    const timer = setInterval(() => this.ticking.set(Date.now()), 30_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
