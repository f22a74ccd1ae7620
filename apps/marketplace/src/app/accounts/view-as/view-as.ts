import { afterNextRender, Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@ui/app/session';
import { Viewing } from '@ui/app/viewing';
import { EmptyState } from '@ui/empty-state';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';

/** Where somebody of staff arrives from the console, with a token after the mark of the address. */
@Component({
  selector: 'app-view-as',
  imports: [EmptyState, PageHeader, Skeleton, TranslatePipe],
  template: `
    <div class="page">
      <ui-page-header [heading]="'accounts.viewAs.heading' | translate" />
      @if (over()) {
        <ui-empty-state
          icon="eye-off"
          [heading]="'accounts.viewAs.over' | translate"
          [text]="'accounts.viewAs.overText' | translate"
        />
      } @else {
        <ui-skeleton [count]="3" />
      }
    </div>
  `,
})
export class ViewAs {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly viewing = inject(Viewing);
  protected readonly over = signal(false);

  constructor() {
    afterNextRender(() => void this.begin());
  }

  /** The token leaves the address at once: it stays in no history. */
  private async begin(): Promise<void> {
    const token = location.hash.slice(1);
    history.replaceState(null, '', location.pathname);
    if (token) this.viewing.begin(token);
    await this.session.start();
    if (this.session.viewer()?.watchedBy) await this.router.navigateByUrl('/');
    else this.over.set(true);
  }
}
