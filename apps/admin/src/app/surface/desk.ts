import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { PageHeader } from '@ui/page-header';
import { Tabs, type TabWords } from '@ui/tabs';
import { Updated } from '@ui/updated';

const views = ['ip-rules', 'rate-limits', 'browser-reports', 'secrets'] as const;
export type SurfaceView = (typeof views)[number];

/** The desk of the edge: who is kept out, who was too fast, what browsers refused, which secrets. */
@Component({
  selector: 'app-surface-desk',
  imports: [PageHeader, Tabs, TranslatePipe, Updated],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="'surface.titles.' + view() | translate"
        [lead]="'surface.leads.' + view() | translate"
        [crumbs]="crumbs()"
      >
        <ui-updated [at]="at()" [stale]="stale()" />
        <ng-content select="[desk-actions]" />
      </ui-page-header>
      <ui-tabs
        [label]="'surface.views' | translate"
        [tabs]="tabs()"
        [active]="view()"
        (activeChange)="go($event)"
      >
        <ng-content />
      </ui-tabs>
    </div>
  `,
})
export class SurfaceDesk {
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  readonly view = input.required<SurfaceView>();
  readonly at = input.required<number | null>();
  readonly stale = input(false);
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it(`surface.titles.${this.view()}`) },
  ]);
  protected readonly tabs = computed((): TabWords[] =>
    views.map((id) => ({ id, label: this.say.it(`surface.tabs.${id}`) })),
  );

  protected go(view: string): void {
    void this.router.navigate(['/', view]);
  }
}
