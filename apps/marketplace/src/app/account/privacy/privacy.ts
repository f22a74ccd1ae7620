import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { ConsentCard } from './consent-card';
import { DeletionCard } from './deletion-card';
import { ExportCard } from './export-card';
import { PrivacyApi } from './privacy.api';
import { VisibilityCard } from './visibility-card';

/** What we know of the member, and what they may do about it. */
@Component({
  selector: 'app-privacy',
  imports: [
    Button,
    Card,
    ConsentCard,
    DeletionCard,
    ErrorState,
    ExportCard,
    PageHeader,
    RouterLink,
    Skeleton,
    TranslatePipe,
    VisibilityCard,
  ],
  template: `
    <ui-page-header [heading]="'privacy.heading' | translate" [lead]="'privacy.lead' | translate" />
    <div class="stack gap-6">
      <app-visibility-card />
      <app-consent-card />
      <ui-card [heading]="'privacy.access.heading' | translate">
        <div class="stack">
          <p class="muted">{{ 'privacy.access.short' | translate }}</p>
          <div>
            <a uiButton routerLink="access">{{ 'privacy.access.see' | translate }}</a>
          </div>
        </div>
      </ui-card>
      @if (mine.problem(); as problem) {
        <ui-error-state [problem]="problem" (retry)="mine.load()" />
      } @else if (mine.value(); as now) {
        <app-export-card [now]="now" (changed)="mine.refresh()" />
        <app-deletion-card [now]="now" (changed)="mine.refresh()" />
      } @else {
        <ui-skeleton shape="rows" [count]="4" />
      }
    </div>
  `,
})
export class Privacy {
  private readonly api = inject(PrivacyApi);
  protected readonly mine = answer(() => this.api.mine());
}
