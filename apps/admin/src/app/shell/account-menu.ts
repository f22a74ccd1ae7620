import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@ui/app/session';
import { Avatar } from '@ui/avatar';
import { Icon } from '@ui/icon';
import { Menu, MenuItem } from '@ui/menu';

/** Who is at work here, in which roles, and the way out. */
@Component({
  selector: 'app-account-menu',
  imports: [Avatar, Icon, Menu, MenuItem, TranslatePipe],
  template: `
    @if (session.viewer(); as viewer) {
      <ui-menu [label]="'shell.account' | translate: { name: viewer.name }">
        <ui-avatar menu-trigger size="small" [name]="viewer.name" [url]="viewer.avatarUrl" />
        <div class="ui-menu-head">
          <b>{{ viewer.name }}</b><br /><bdi class="muted">{{ viewer.email }}</bdi>
          <p class="muted">
            @for (role of viewer.roles; track role) {
              {{ 'shell.roles.' + role | translate }}{{ $last ? '' : ', ' }}
            }
          </p>
        </div>
        <button uiMenuItem type="button" (click)="leave()">
          <ui-icon name="logout" />{{ 'shell.logOut' | translate }}
        </button>
      </ui-menu>
    }
  `,
})
export class AccountMenu {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);

  protected async leave(): Promise<void> {
    await this.session.leave();
    await this.router.navigateByUrl('/login');
  }
}
