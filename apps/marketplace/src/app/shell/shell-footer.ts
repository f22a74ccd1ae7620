import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Mark } from '@ui/mark';
import { LanguageSwitch, ThemeSwitch } from '@ui/preferences';

@Component({
  selector: 'app-shell-footer',
  imports: [LanguageSwitch, Mark, RouterLink, ThemeSwitch, TranslatePipe],
  template: `
    <footer>
      <p><ui-mark [size]="18" /> {{ 'shell.footer' | translate }}</p>
      <nav [attr.aria-label]="'shell.more' | translate">
        <a routerLink="/jobs">{{ 'shell.nav.findWork' | translate }}</a>
        <a routerLink="/talent">{{ 'shell.nav.talent' | translate }}</a>
        <a routerLink="/" fragment="escrow">{{ 'shell.howItWorks' | translate }}</a>
        <a routerLink="/" fragment="fees">{{ 'shell.fees' | translate }}</a>
        <a routerLink="/developers">{{ 'shell.developers' | translate }}</a>
      </nav>
      <span class="narrow-only"><ui-language-switch /><ui-theme-switch /></span>
    </footer>
  `,
  styles: `
    footer {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s6);
      inline-size: min(var(--page), 100% - 2 * var(--s6));
      margin-inline: auto;
      padding-block: var(--s6);
      border-block-start: 1px solid var(--line);
      color: var(--muted);
      font-size: var(--t14);
    }
    p {
      display: flex;
      align-items: center;
      gap: var(--s2);
      margin-inline-end: auto;
    }
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s5);
    }
    a {
      display: inline-block;
      padding-block: 6px;
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      color: var(--ink);
      text-decoration: underline;
    }
    .narrow-only {
      display: none;
    }
    @media (max-width: 760px) {
      .narrow-only {
        display: flex;
      }
      footer {
        inline-size: calc(100% - 2 * var(--s4));
        padding-block: var(--s5);
      }
    }
  `,
})
export class ShellFooter {}
