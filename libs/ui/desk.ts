import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from './app/say';
import { PageHeader } from './page-header';
import { Tabs, type TabWords } from './tabs';
import { Updated } from './updated';

/** A room of the console whose views lie side by side as tabs, each with an address of its own. */
export interface DeskRoom<View extends string = string> {
  /** Where its words are: `titles`, `leads` and `tabs` for each view, and `views` for all of them. */
  readonly words: string;
  /** The address of each view, in the order of the tabs. */
  readonly views: Readonly<Record<View, string>>;
}

/** The frame around one view: title, tabs, how fresh it is. `desk-actions` stand beside the title. */
@Component({
  selector: 'ui-desk',
  imports: [PageHeader, Tabs, TranslatePipe, Updated],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="word('titles', view()) | translate"
        [lead]="word('leads', view()) | translate"
        [crumbs]="crumbs()"
      >
        <ui-updated [at]="at()" [stale]="stale()" />
        <ng-content select="[desk-actions]" />
      </ui-page-header>
      <ui-tabs
        [label]="room().words + '.views' | translate"
        [tabs]="tabs()"
        [active]="view()"
        (activeChange)="go($event)"
      >
        <ng-content />
      </ui-tabs>
    </div>
  `,
})
export class Desk<View extends string> {
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  readonly room = input.required<DeskRoom<View>>();
  readonly view = input.required<View>();
  readonly at = input.required<number | null>();
  readonly stale = input(false);
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it(this.word('titles', this.view())) },
  ]);
  protected readonly tabs = computed((): TabWords[] =>
    Object.keys(this.room().views).map((id) => ({ id, label: this.say.it(this.word('tabs', id)) })),
  );

  protected word(kind: 'titles' | 'leads' | 'tabs', view: string): string {
    return `${this.room().words}.${kind}.${view}`;
  }

  protected go(view: string): void {
    void this.router.navigateByUrl(this.room().views[view as View]);
  }
}
