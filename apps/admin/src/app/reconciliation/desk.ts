import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { PageHeader } from '@ui/page-header';
import { Tabs, type TabWords } from '@ui/tabs';
import { Updated } from '@ui/updated';

const views = {
  runs: '',
  breaks: 'breaks',
  safeguarding: 'safeguarding',
  controls: 'controls',
} as const;
type View = keyof typeof views;

/** Whether what others say of our money is what the ledger says: day by day, and what is not yet so. */
@Component({
  selector: 'app-reconciliation-desk',
  imports: [PageHeader, Tabs, TranslatePipe, Updated],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="'reconciliation.titles.' + view() | translate"
        [lead]="'reconciliation.leads.' + view() | translate"
        [crumbs]="crumbs()"
      >
        <ui-updated [at]="at()" [stale]="stale()" />
        <ng-content select="[desk-actions]" />
      </ui-page-header>
      <ui-tabs
        [label]="'reconciliation.views' | translate"
        [tabs]="tabs()"
        [active]="view()"
        (activeChange)="go($event)"
      >
        <ng-content />
      </ui-tabs>
    </div>
  `,
})
export class ReconciliationDesk {
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  readonly view = input.required<View>();
  readonly at = input.required<number | null>();
  readonly stale = input(false);
  protected readonly crumbs = computed(() => {
    const home = { label: this.say.it('shell.nav.home'), link: '/' };
    const desk = this.say.it('reconciliation.titles.runs');
    if (this.view() === 'runs') return [home, { label: desk }];
    const here = { label: this.say.it(`reconciliation.titles.${this.view()}`) };
    return [home, { label: desk, link: '/finance/reconciliation' }, here];
  });
  protected readonly tabs = computed((): TabWords[] =>
    Object.keys(views).map((id) => ({ id, label: this.say.it(`reconciliation.tabs.${id}`) })),
  );

  protected go(view: string): void {
    const path = views[view as View];
    void this.router.navigate(['/finance/reconciliation', ...[path].filter(Boolean)]);
  }
}
