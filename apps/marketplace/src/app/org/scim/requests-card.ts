import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ScimPage } from '@wire/scim';
import { Card } from '@ui/card';
import { Moment } from '@ui/moment';
import { Status } from '@ui/status';

/** What the directory asked last, and what it was told. */
@Component({
  selector: 'app-requests-card',
  imports: [Card, Moment, Status, TranslatePipe],
  template: `
    <ui-card [heading]="'scim.requests.heading' | translate">
      <div class="stack">
        <p class="muted">
          {{ 'scim.requests.users' | translate: of().users }}
          @if (of().lastSyncAt; as last) {
            {{ 'scim.requests.last' | translate }} <ui-moment [at]="last" />
          }
        </p>
        <ul>
          @for (one of of().requests; track one.id) {
            <li>
              <div class="line">
                <code dir="ltr">{{ one.method }} {{ one.path }}</code>
                <ui-status [tone]="one.status < 300 ? 'brand' : 'attention'">
                  <bdi dir="ltr">{{ one.status }}</bdi>
                </ui-status>
                <span class="muted small when"><ui-moment [at]="one.at" form="exact" /></span>
              </div>
              @if (one.code; as code) {
                <p class="muted small">
                  <bdi dir="ltr">{{ code }}</bdi>
                </p>
              }
            </li>
          } @empty {
            <li class="muted">{{ 'scim.requests.none' | translate }}</li>
          }
        </ul>
      </div>
    </ui-card>
  `,
  styleUrl: '../sso/cards.scss',
  styles: `
    code {
      overflow-wrap: anywhere;
      font-size: var(--t13);
    }
    .when {
      margin-inline-start: auto;
    }
    @media (max-width: 600px) {
      .when {
        margin-inline-start: 0;
      }
    }
  `,
})
export class RequestsCard {
  readonly of = input.required<ScimPage>();
}
