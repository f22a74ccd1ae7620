import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { type ScimKey, scimKeyLives, type ScimPage } from '@wire/scim';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { Copy } from '@ui/copy';
import { SelectField } from '@ui/form/select-field';
import { Moment } from '@ui/moment';
import { Status } from '@ui/status';

/** Where the directory sends, and the keys that it shows. */
@Component({
  selector: 'app-scim-keys-card',
  imports: [Button, Card, Copy, Moment, SelectField, Status, TranslatePipe],
  template: `
    <ui-card [heading]="'scim.keys.heading' | translate">
      <div class="stack">
        <dl>
          <div>
            <dt>{{ 'scim.keys.address' | translate }}</dt>
            <dd><ui-copy [text]="of().address" [label]="'scim.keys.address' | translate" /></dd>
          </div>
        </dl>
        <ul>
          @for (key of of().keys; track key.id) {
            <li>
              <div class="line">
                <code dir="ltr">{{ key.beginning }}…</code>
                <ui-status [tone]="key.state === 'active' ? 'brand' : 'neutral'">{{
                  'scim.keys.states.' + key.state | translate
                }}</ui-status>
              </div>
              <p class="muted small">
                {{ 'scim.keys.lastUsed' | translate }}
                @if (key.lastUsedAt; as used) {
                  <ui-moment [at]="used" />
                } @else {
                  {{ 'scim.keys.never' | translate }}
                }
                ·
                {{ 'scim.keys.expires' | translate }}
                @if (key.expiresAt; as until) {
                  <ui-moment [at]="until" />
                } @else {
                  {{ 'scim.keys.notAtAll' | translate }}
                }
              </p>
              @if (key.state === 'active') {
                <div class="acts">
                  @if (!key.rotated) {
                    <button uiButton small type="button" (click)="rotate(key)">
                      {{ 'scim.keys.rotate.verb' | translate }}
                    </button>
                  }
                  <button uiButton small kind="quiet" type="button" (click)="revoke(key)">
                    {{ 'scim.keys.revoke.verb' | translate }}
                  </button>
                </div>
              }
            </li>
          } @empty {
            <li class="muted">{{ 'scim.keys.none' | translate }}</li>
          }
        </ul>
        <form (submit)="$event.preventDefault(); make()">
          <ui-select-field
            [label]="'scim.keys.days' | translate"
            [choices]="lives()"
            [(value)]="days"
          />
          <button uiButton kind="primary" type="submit">{{ 'scim.keys.make' | translate }}</button>
        </form>
      </div>
    </ui-card>
  `,
  styleUrl: '../sso/cards.scss',
})
export class ScimKeysCard {
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  readonly of = input.required<ScimPage>();
  readonly made = output<number | null>();
  readonly rotated = output<string>();
  readonly revoked = output<string>();
  protected readonly days = signal('365');
  protected readonly lives = computed(() => [
    ...scimKeyLives.map((days) => ({
      value: String(days),
      label: this.say.it('scim.keys.forDays', { days }),
    })),
    { value: '', label: this.say.it('scim.keys.forEver') },
  ]);

  protected make(): void {
    this.made.emit(this.days() === '' ? null : Number(this.days()));
  }
  protected async rotate({ id }: ScimKey): Promise<void> {
    if (await this.sure('rotate', false)) this.rotated.emit(id);
  }
  protected async revoke({ id }: ScimKey): Promise<void> {
    if (await this.sure('revoke', true)) this.revoked.emit(id);
  }

  private sure(what: 'rotate' | 'revoke', danger: boolean): Promise<boolean> {
    const [heading, text, verb] = ['heading', 'text', 'verb'].map((key) =>
      this.say.it(`scim.keys.${what}.${key}`),
    );
    return this.confirmation.ask({
      ...{ heading: heading ?? '', text: text ?? '', verb: verb ?? '', danger },
    });
  }
}
