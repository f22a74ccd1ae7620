import { Component, effect, input, output, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Problem } from './app/problem';
import { Button } from './button';
import { Copy } from './copy';
import { ErrorSummary } from './form/error-summary';
import { OtpField } from './form/otp-field';
import { QrCode } from './qr-code';

/** A square for the app to read, the key for who cannot, and the first code as its proof. */
@Component({
  selector: 'ui-totp-setup',
  imports: [Button, Copy, ErrorSummary, OtpField, QrCode, TranslatePipe],
  template: `
    <div class="frame">
      <ui-qr-code [text]="seed().uri" [label]="'ui.factor.totp.square' | translate" />
      <div class="stack">
        <p>{{ 'ui.factor.totp.scan' | translate }}</p>
        <p class="small muted">
          {{ 'ui.factor.totp.key' | translate }}
          <ui-copy [text]="seed().seed" [label]="'ui.factor.totp.keyName' | translate" />
        </p>
        <ui-error-summary [problem]="problem()" />
        <ui-otp-field
          [label]="'ui.factor.totp.label' | translate"
          [(value)]="code"
          (complete)="typed.emit($event)"
        />
        <div>
          <button uiButton kind="quiet" type="button" (click)="left.emit()">
            {{ 'ui.cancel' | translate }}
          </button>
        </div>
      </div>
    </div>
  `,
  styles: `
    .frame {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--s6);
      align-items: start;
      padding-block-start: var(--s4);
    }
    @media (max-width: 600px) {
      .frame {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class TotpSetup {
  readonly seed = input.required<{ seed: string; uri: string }>();
  readonly problem = input<Problem | null>(null);
  readonly typed = output<string>();
  readonly left = output();
  protected readonly code = signal('');
  private readonly field = viewChild.required(OtpField);

  constructor() {
    effect(() => {
      if (this.problem()) this.code.set('');
      else this.field().focus();
    });
  }
}
