import { DOCUMENT } from '@angular/common';
import { afterNextRender, Component, DestroyRef, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';

/** Says so while the browser has no network: what is on the page may be old, and nothing is lost. */
@Component({
  selector: 'ui-offline-banner',
  imports: [Icon, TranslatePipe],
  template: `
    <div role="status">
      @if (offline()) {
        <p><ui-icon name="wifi" [size]="16" />{{ 'ui.offline' | translate }}</p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--s2);
      max-inline-size: none;
      padding: var(--s2) var(--s4);
      background: var(--attention-soft);
      color: var(--attention);
      font-size: var(--t14);
      font-weight: 500;
    }
  `,
})
export class OfflineBanner {
  protected readonly offline = signal(false);

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      if (!view) return;
      const look = () => this.offline.set(!view.navigator.onLine);
      look();
      for (const change of ['online', 'offline']) view.addEventListener(change, look);
      destroyed.onDestroy(() => {
        for (const change of ['online', 'offline']) view.removeEventListener(change, look);
      });
    });
  }
}
