import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { saveIssuer, type SaveIssuer, type SsoPage } from '@wire/sso';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { Copy } from '@ui/copy';
import { TextField } from '@ui/form/text-field';
import { Moment } from '@ui/moment';

/** Who vouches for people of the organisation. The issuer is tried before it is kept. */
@Component({
  selector: 'app-issuer-card',
  imports: [Button, Card, Copy, Moment, TextField, TranslatePipe],
  template: `
    <ui-card [heading]="'sso.issuer.heading' | translate">
      <div class="stack">
        <p class="muted">{{ 'sso.issuer.lead' | translate }}</p>
        <dl>
          <div>
            <dt>{{ 'sso.issuer.redirect' | translate }}</dt>
            <dd>
              <ui-copy [text]="of().redirectUri" [label]="'sso.issuer.redirect' | translate" />
            </dd>
          </div>
        </dl>
        <form novalidate (submit)="$event.preventDefault(); save()">
          <ui-text-field
            class="wide"
            type="url"
            autocomplete="off"
            placeholder="https://login.example.org"
            [label]="'sso.issuer.address' | translate"
            [hint]="'sso.issuer.addressHint' | translate"
            [(value)]="issuer"
          />
          <ui-text-field
            autocomplete="off"
            [label]="'sso.issuer.clientId' | translate"
            [(value)]="clientId"
          />
          <ui-text-field
            type="password"
            autocomplete="off"
            [label]="'sso.issuer.secret' | translate"
            [hint]="of().issuer ? ('sso.issuer.secretKept' | translate) : undefined"
            [(value)]="secret"
          />
          <div class="wide acts">
            <button uiButton kind="primary" type="submit" [disabled]="!draft()">
              {{ 'sso.issuer.save' | translate }}
            </button>
            @if (of().issuer) {
              <button uiButton kind="quiet" type="button" (click)="remove()">
                {{ 'sso.issuer.remove.verb' | translate }}
              </button>
            }
          </div>
        </form>
        @if (of().issuer; as kept) {
          <p class="muted small">
            @if (kept.lastUsedAt; as used) {
              {{ 'sso.issuer.used' | translate }} <ui-moment [at]="used" />
            } @else {
              {{ 'sso.issuer.unused' | translate }}
            }
          </p>
        }
      </div>
    </ui-card>
  `,
  styleUrl: './cards.scss',
})
export class IssuerCard {
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  readonly of = input.required<SsoPage>();
  readonly saved = output<SaveIssuer>();
  readonly removed = output();
  protected readonly issuer = linkedSignal(() => this.of().issuer?.issuer ?? '');
  protected readonly clientId = linkedSignal(() => this.of().issuer?.clientId ?? '');
  protected readonly secret = signal('');
  protected readonly draft = computed(() => {
    const secret = this.secret();
    if (secret === '' && !this.of().issuer) return undefined;
    return saveIssuer.safeParse({
      ...{ issuer: this.issuer().trim(), clientId: this.clientId() },
      ...(secret !== '' && { clientSecret: secret }),
    }).data;
  });

  protected save(): void {
    const draft = this.draft();
    if (!draft) return;
    this.saved.emit(draft);
    this.secret.set('');
  }
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
