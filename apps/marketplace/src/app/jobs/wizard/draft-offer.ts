import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Moment } from '@ui/moment';
import type { JobRow } from '../jobs.api';

/** The newest unfinished draft, offered where a new one begins. */
@Component({
  selector: 'app-draft-offer',
  imports: [Button, Card, Moment, RouterLink, TranslatePipe],
  template: `
    <ui-card class="row between">
      <p>
        <b
          ><bdi>{{ draft().title || ('jobs.untitled' | translate) }}</bdi></b
        >
        <small
          >{{ 'jobs.wizard.unfinished' | translate }} <ui-moment [at]="draft().updatedAt"
        /></small>
      </p>
      <div class="row gap-2">
        <a uiButton [routerLink]="['/jobs', draft().id, 'edit']">{{
          'jobs.wizard.carryOn' | translate
        }}</a>
        <button uiButton kind="quiet" type="button" (click)="dismissed.emit()">
          {{ 'jobs.wizard.afresh' | translate }}
        </button>
      </div>
    </ui-card>
  `,
  styles: `
    ui-card {
      padding: var(--s4) var(--s5);
      background: var(--info-soft);
    }
    small {
      display: block;
    }
  `,
})
export class DraftOffer {
  readonly draft = input.required<JobRow>();
  readonly dismissed = output();
}
