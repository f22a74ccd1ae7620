import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { saveIssuer, type SaveIssuer, type SsoPage } from '@wire/sso';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Copy } from '@ui/copy';
import { TextField } from '@ui/form/text-field';
import { IssuerKept } from './issuer-kept';

/** Who vouches for people of the organisation. The issuer is tried before it is kept. */
@Component({
  selector: 'app-issuer-card',
  imports: [Button, Card, Copy, IssuerKept, TextField, TranslatePipe],
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
            [hint]="kept() ? ('sso.issuer.secretKept' | translate) : undefined"
            [(value)]="secret"
          />
          <div class="wide acts">
            <button uiButton kind="primary" type="submit" [disabled]="!draft()">
              {{ 'sso.issuer.save' | translate }}
            </button>
          </div>
        </form>
        @if (kept(); as issuer) {
          <app-issuer-kept [issuer]="issuer" (removed)="removed.emit()" />
        }
      </div>
    </ui-card>
  `,
  styleUrl: './cards.scss',
})
export class IssuerCard {
  readonly of = input.required<SsoPage>();
  readonly saved = output<SaveIssuer>();
  readonly removed = output();
  /** What is kept, where it is by OpenID Connect. */
  protected readonly kept = computed(() => {
    const { issuer } = this.of();
    return issuer?.protocol === 'oidc' ? issuer : null;
  });
  protected readonly issuer = linkedSignal(() => this.kept()?.issuer ?? '');
  protected readonly clientId = linkedSignal(() => this.kept()?.clientId ?? '');
  protected readonly secret = signal('');
  protected readonly draft = computed(() => {
    const secret = this.secret();
    if (secret === '' && !this.kept()) return undefined;
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
}
