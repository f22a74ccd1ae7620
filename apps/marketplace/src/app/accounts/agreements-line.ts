import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { AgreedPurpose } from '@wire/consents';
import { PrivacyStanding } from '@ui/app/privacy-standing';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { Skeleton } from '@ui/skeleton';

/** Says to what the button above agrees, and shows both texts without leaving the form. */
@Component({
  selector: 'app-agreements-line',
  imports: [Button, Dialog, Skeleton, TranslatePipe],
  template: `
    <p>
      {{ 'accounts.agreements.before' | translate }}
      <button class="link" type="button" (click)="read('terms')">
        {{ 'accounts.agreements.terms' | translate }}</button>{{
        'accounts.agreements.between' | translate
      }}
      <button class="link" type="button" (click)="read('privacy_notice')">
        {{ 'accounts.agreements.privacy_notice' | translate }}</button>{{
        'accounts.agreements.after' | translate
      }}
    </p>
    <ui-dialog [heading]="'accounts.agreements.headings.' + reading() | translate">
      @if (text(); as one) {
        <p class="text">{{ one.body }}</p>
        <p class="muted small">
          {{ 'accounts.agreements.version' | translate: { version: one.version } }}
        </p>
      } @else {
        <ui-skeleton shape="rows" [count]="4" />
      }
      <button dialog-actions uiButton kind="primary" type="button" (click)="dialog().close()">
        {{ 'ui.close' | translate }}
      </button>
    </ui-dialog>
  `,
  styles: `
    p {
      color: var(--muted);
      font-size: var(--t14);
    }
    .link {
      padding: 0;
      border: 0;
      background: none;
      color: var(--brand);
      font: inherit;
      text-decoration: underline;
      cursor: pointer;
    }
    .text {
      color: var(--ink);
      white-space: pre-line;
    }
  `,
})
export class AgreementsLine {
  private readonly standing = inject(PrivacyStanding);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly reading = signal<AgreedPurpose>('terms');
  protected readonly text = computed(() =>
    this.standing.consents()?.agreements.find(({ purpose }) => purpose === this.reading()),
  );

  protected read(purpose: AgreedPurpose): void {
    this.reading.set(purpose);
    if (!this.text()) this.standing.look();
    this.dialog().open();
  }
}
