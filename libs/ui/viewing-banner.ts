import { DOCUMENT } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from './app/session';
import { Viewing } from './app/viewing';
import { Button } from './button';
import { Icon } from './icon';

/** Stands on every page while somebody of staff looks with a member's eyes. */
@Component({
  selector: 'ui-viewing-banner',
  imports: [Button, Icon, TranslatePipe],
  template: `
    <div role="status">
      @if (name(); as name) {
        <p>
          <ui-icon name="eye" [size]="16" />
          <span>{{ 'ui.viewing.text' | translate: { name } }}</span>
          <button uiButton small type="button" (click)="leave()">
            {{ 'ui.viewing.leave' | translate }}
          </button>
        </p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: var(--s2) var(--s4);
      max-inline-size: none;
      padding: var(--s2) var(--s4);
      background: var(--info-soft);
      font-size: var(--t14);
      font-weight: 500;
    }
  `,
})
export class ViewingBanner {
  private readonly session = inject(Session);
  private readonly viewing = inject(Viewing);
  private readonly view = inject(DOCUMENT).defaultView;
  protected readonly name = computed(() => {
    const viewer = this.session.viewer();
    return viewer?.watchedBy ? viewer.name : null;
  });

  /** A fresh start: nothing that was loaded for the member stays. */
  protected leave(): void {
    this.viewing.end();
    this.view?.location.assign('/');
  }
}
