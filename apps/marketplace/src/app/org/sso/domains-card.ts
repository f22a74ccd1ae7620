import { Component, inject, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { claimDomain, type OrgDomain } from '@wire/sso';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { Copy } from '@ui/copy';
import { TextField } from '@ui/form/text-field';
import { Moment } from '@ui/moment';
import { Status } from '@ui/status';

/** The domains of an organisation, each with the record that proves it. */
@Component({
  selector: 'app-domains-card',
  imports: [Button, Card, Copy, Moment, Status, TextField, TranslatePipe],
  template: `
    <ui-card [heading]="'sso.domains.heading' | translate">
      <div class="stack">
        <p class="muted">{{ 'sso.domains.lead' | translate }}</p>
        <ul>
          @for (one of domains(); track one.id) {
            <li>
              <div class="line">
                <bdi class="name" dir="ltr">{{ one.name }}</bdi>
                <ui-status [tone]="one.verifiedAt ? 'brand' : 'attention'">{{
                  (one.verifiedAt ? 'sso.domains.verified' : 'sso.domains.waiting') | translate
                }}</ui-status>
                <button
                  uiButton
                  small
                  kind="quiet"
                  type="button"
                  icon="trash"
                  [attr.aria-label]="'ui.remove' | translate: { what: one.name }"
                  (click)="release(one)"
                ></button>
              </div>
              @if (one.verifiedAt && one.missingSince; as since) {
                <p class="small missing">
                  {{ 'sso.domains.missing' | translate }} <ui-moment [at]="since" />
                </p>
              } @else if (one.verifiedAt && one.lookedAt; as at) {
                <p class="small muted">
                  {{ 'sso.domains.looked' | translate }} <ui-moment [at]="at" />
                </p>
              }
              @if (!one.verifiedAt || one.missingSince) {
                <p class="small">{{ 'sso.domains.how' | translate }}</p>
                <dl>
                  <div>
                    <dt>{{ 'sso.domains.recordName' | translate }}</dt>
                    <dd>
                      <ui-copy
                        [text]="one.record.name"
                        [label]="'sso.domains.recordName' | translate"
                      />
                    </dd>
                  </div>
                  <div>
                    <dt>{{ 'sso.domains.recordText' | translate }}</dt>
                    <dd>
                      <ui-copy
                        [text]="one.record.value"
                        [label]="'sso.domains.recordText' | translate"
                      />
                    </dd>
                  </div>
                </dl>
                <button
                  uiButton
                  small
                  type="button"
                  [attr.aria-label]="'sso.domains.checkNamed' | translate: one"
                  (click)="checked.emit(one.id)"
                >
                  {{ 'sso.domains.check' | translate }}
                </button>
              }
            </li>
          } @empty {
            <li class="muted">{{ 'sso.domains.none' | translate }}</li>
          }
        </ul>
        <form novalidate (submit)="$event.preventDefault(); claim()">
          <ui-text-field
            autocomplete="off"
            dir="ltr"
            placeholder="example.org"
            [label]="'sso.domains.name' | translate"
            [maxlength]="253"
            [(value)]="name"
          />
          <button uiButton type="submit" [disabled]="!draft()">
            {{ 'sso.domains.add' | translate }}
          </button>
        </form>
      </div>
    </ui-card>
  `,
  styleUrl: './cards.scss',
})
export class DomainsCard {
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  readonly domains = input.required<readonly OrgDomain[]>();
  readonly claimed = output<string>();
  readonly checked = output<string>();
  readonly released = output<string>();
  protected readonly name = signal('');

  protected draft(): string | undefined {
    return claimDomain.safeParse({ name: this.name() }).data?.name;
  }
  protected claim(): void {
    const name = this.draft();
    if (name === undefined) return;
    this.claimed.emit(name);
    this.name.set('');
  }
  protected async release({ id, name }: OrgDomain): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('sso.domains.release.heading', { name }),
      text: this.say.it('sso.domains.release.text'),
      verb: this.say.it('sso.domains.release.verb'),
      danger: true,
    });
    if (sure) this.released.emit(id);
  }
}
