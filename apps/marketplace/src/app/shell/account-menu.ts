import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Organisations } from '@ui/app/organisations';
import { Session } from '@ui/app/session';
import { Unread } from '@ui/app/unread';
import { Avatar } from '@ui/avatar';
import { Button } from '@ui/button';
import { Icon } from '@ui/icon';
import { Menu, MenuItem } from '@ui/menu';
import { OrganisationSwitch } from './organisation-switch';

/** Log in and sign up for guests; the side of the market, settings and log-out for everyone else. */
@Component({
  selector: 'app-account-menu',
  imports: [Avatar, Button, Icon, Menu, MenuItem, OrganisationSwitch, RouterLink, TranslatePipe],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
})
export class AccountMenu {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly unread = inject(Unread);
  protected readonly organisations = inject(Organisations);
  protected readonly sides = ['client', 'provider'] as const;

  protected async act(as: 'client' | 'provider'): Promise<void> {
    if (this.session.activeRole() === as) return;
    await this.session.act(as);
    // The same address, seen from the other side.
    await this.goTo(this.router.url);
  }
  protected async leave(): Promise<void> {
    await this.session.leave();
    await this.goTo('/');
  }
  /** Also when already there: the page is another one now. */
  private goTo(url: string): Promise<boolean> {
    return this.router.navigateByUrl(url, { onSameUrlNavigation: 'reload' });
  }
}
