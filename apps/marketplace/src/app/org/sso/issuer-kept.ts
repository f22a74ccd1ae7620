import { Component, inject, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { SsoPage } from '@wire/sso';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Confirmation } from '@ui/confirm';
import { Moment } from '@ui/moment';

/** What is kept of an issuer: by which keys it is known, when somebody last came by it, and its end. */
@Component({
  selector: 'app-issuer-kept',
  imports: [Button, Moment, TranslatePipe],
  template: `
    @for (one of issuer().certificates; track one.fingerprint) {
      <dl>
        <div>
          <dt>{{ 'sso.saml.certificates' | translate }}</dt>
          <dd>
            <bdi dir="ltr">{{ one.subject }}</bdi>
            <code dir="ltr">{{ one.fingerprint }}</code>
            <span class="small muted">
              {{ 'sso.saml.goodUntil' | translate }} <ui-moment [at]="one.validTo" />
            </span>
          </dd>
        </div>
      </dl>
    }
    <div class="line">
      <p class="muted small">
        @if (issuer().lastUsedAt; as used) {
          {{ 'sso.issuer.used' | translate }} <ui-moment [at]="used" />
        } @else {
          {{ 'sso.issuer.unused' | translate }}
        }
      </p>
      <button uiButton small kind="quiet" type="button" (click)="remove()">
        {{ 'sso.issuer.remove.verb' | translate }}
      </button>
    </div>
  `,
  styleUrl: './cards.scss',
})
export class IssuerKept {
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  readonly issuer = input.required<NonNullable<SsoPage['issuer']>>();
  readonly removed = output();

  protected async remove(): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('sso.issuer.remove.heading'),
      text: this.say.it('sso.issuer.remove.text'),
      verb: this.say.it('sso.issuer.remove.verb'),
      danger: true,
    });
    if (sure) this.removed.emit();
  }
}
