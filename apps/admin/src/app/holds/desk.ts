import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { PageHeader } from '@ui/page-header';
import { Tabs, type TabWords } from '@ui/tabs';
import { Updated } from '@ui/updated';

const views = { holds: '', radar: 'radar', wallets: 'wallets' } as const;
type View = keyof typeof views;

/** The desk of compliance: what is held, what the gateways will not hold for long, who is restricted. */
@Component({
  selector: 'app-holds-desk',
  imports: [PageHeader, Tabs, TranslatePipe, Updated],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="'holds.titles.' + view() | translate"
        [lead]="'holds.leads.' + view() | translate"
        [crumbs]="crumbs()"
      >
        <ui-updated [at]="at()" [stale]="stale()" />
        <ng-content select="[desk-actions]" />
      </ui-page-header>
      <ui-tabs
        [label]="'holds.views' | translate"
        [tabs]="tabs()"
        [active]="view()"
        (activeChange)="go($event)"
      >
        <ng-content />
      </ui-tabs>
    </div>
  `,
})
export class HoldsDesk {
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  readonly view = input.required<View>();
  readonly at = input.required<number | null>();
  readonly stale = input(false);
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it(`holds.titles.${this.view()}`) },
  ]);
  protected readonly tabs = computed((): TabWords[] =>
    Object.keys(views).map((id) => ({ id, label: this.say.it(`holds.tabs.${id}`) })),
  );

  protected go(view: string): void {
    void this.router.navigate(['/compliance/holds', ...[views[view as View]].filter(Boolean)]);
  }
}
