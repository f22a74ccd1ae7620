import { isPlatformBrowser } from '@angular/common';
import { DestroyRef, DOCUMENT, inject, PLATFORM_ID, Service, signal } from '@angular/core';

/** True on a phone: for pages whose panes become tabs there. Styles alone use media queries. */
@Service()
export class Narrow {
  private readonly narrow = signal(false);
  readonly is = this.narrow.asReadonly();

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    if (!window || !isPlatformBrowser(inject(PLATFORM_ID))) return;
    const query = window.matchMedia('(max-width: 760px)');
    const read = () => this.narrow.set(query.matches);
    read();
    query.addEventListener('change', read);
    inject(DestroyRef).onDestroy(() => query.removeEventListener('change', read));
  }
}
