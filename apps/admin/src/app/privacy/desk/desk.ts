import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { PageHeader } from '@ui/page-header';
import { Tabs, type TabWords } from '@ui/tabs';
import { HeldPeople } from './held-people';
import { Requests } from './requests';
import { RetentionRules } from './retention-rules';

const views = ['requests', 'retention', 'holds'] as const;
type View = (typeof views)[number];

/** The desk of privacy: what people asked, for how long what is kept, whose data has to stay. */
@Component({
  selector: 'app-privacy-desk',
  imports: [HeldPeople, PageHeader, Requests, RetentionRules, Tabs, TranslatePipe],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="'privacy.heading' | translate"
        [lead]="'privacy.leads.' + shown() | translate"
        [crumbs]="crumbs()"
      />
      <ui-tabs
        [label]="'privacy.views' | translate"
        [tabs]="tabs()"
        [active]="shown()"
        (activeChange)="go($event)"
      >
        @switch (shown()) {
          @case ('retention') {
            <app-retention-rules />
          }
          @case ('holds') {
            <app-held-people />
          }
          @default {
            <app-privacy-requests [kind]="kind()" [state]="state()" />
          }
        }
      </ui-tabs>
    </div>
  `,
})
export class PrivacyDesk {
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  /** From the address. */
  readonly view = input<string>();
  readonly kind = input<string>();
  readonly state = input<string>();
  protected readonly shown = computed(
    (): View => views.find((one) => one === this.view()) ?? 'requests',
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('privacy.heading') },
  ]);
  protected readonly tabs = computed((): TabWords[] =>
    views.map((id) => ({ id, label: this.say.it(`privacy.tabs.${id}`) })),
  );

  protected go(view: string): void {
    void this.router.navigate([], { queryParams: { view } });
  }
}
