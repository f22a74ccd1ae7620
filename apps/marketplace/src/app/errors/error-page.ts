import { Component, inject, input, type OnInit, RESPONSE_INIT } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '@ui/button';
import { Mark } from '@ui/mark';
import { PageHeader } from '@ui/page-header';

type Kind = '403' | '404' | '500' | 'offline';

/** 403 names the permission that is missing; 404, 500 and offline say what to do. */
@Component({
  selector: 'app-error-page',
  imports: [Button, Mark, PageHeader, RouterLink, TranslatePipe],
  template: `
    <div class="page narrow">
      <ui-mark [size]="40" />
      <ui-page-header
        [heading]="'errors.' + kind() + '.heading' | translate"
        [lead]="'errors.' + kind() + '.text' | translate"
      />
      @if (needs(); as needs) {
        <p class="muted">
          {{ 'errors.needs' | translate }} <code>{{ needs }}</code>
        </p>
      }
      <div class="row">
        <a uiButton kind="primary" routerLink="/">{{ 'errors.home' | translate }}</a>
      </div>
    </div>
  `,
  styles: `
    .page {
      display: grid;
      gap: var(--s4);
      padding-block: var(--s24);
    }
    ui-page-header {
      margin: 0;
    }
  `,
})
export class ErrorPage implements OnInit {
  /** From the route's data. */
  readonly kind = input<Kind>('404');
  readonly needs = input<string>();
  private readonly response = inject(RESPONSE_INIT, { optional: true });

  ngOnInit(): void {
    if (this.response) this.response.status = Number(this.kind()) || 200;
  }
}
