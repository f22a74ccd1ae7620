import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { PageHeader } from '@ui/page-header';
import { Tabs, type TabWords } from '@ui/tabs';
import { Updated } from '@ui/updated';

const views = ['alerts', 'rules', 'lists'] as const;
type View = (typeof views)[number];

/** The desk of those who watch over risk: what was found, by which rules, on which lists. */
@Component({
  selector: 'app-risk-desk',
  imports: [PageHeader, Tabs, TranslatePipe, Updated],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="'risk.titles.' + view() | translate"
        [lead]="'risk.leads.' + view() | translate"
        [crumbs]="crumbs()"
      >
        <ui-updated [at]="at()" [stale]="stale()" />
      </ui-page-header>
      <ui-tabs
        [label]="'risk.views' | translate"
        [tabs]="tabs()"
        [active]="view()"
        (activeChange)="go($event)"
      >
        <ng-content />
      </ui-tabs>
    </div>
  `,
})
export class RiskDesk {
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  readonly view = input.required<View>();
  readonly at = input.required<number | null>();
  readonly stale = input(false);
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it(`risk.titles.${this.view()}`) },
  ]);
  protected readonly tabs = computed((): TabWords[] =>
    views.map((id) => ({ id, label: this.say.it(`risk.titles.${id}`) })),
  );

  protected go(view: string): void {
    void this.router.navigate(['/risk', view]);
  }
}
