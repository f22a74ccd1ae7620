import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { ssoRules, ssoState, type SsoPage, type SsoRules } from '@wire/sso';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { CheckField } from '@ui/form/check-field';
import { RadioCards } from '@ui/form/radio-cards';
import { SelectField } from '@ui/form/select-field';
import { givenRoles } from '../given-roles';

/** Off, on or the only way in, and what becomes of whoever comes. */
@Component({
  selector: 'app-sso-rules-card',
  imports: [Button, Card, CheckField, RadioCards, SelectField, TranslatePipe],
  template: `
    <ui-card [heading]="'sso.rules.heading' | translate">
      <form class="stack" (submit)="$event.preventDefault(); save()">
        <ui-radio-cards
          stacked
          [label]="'sso.rules.state' | translate"
          [choices]="states()"
          [(value)]="state"
        />
        <ui-check-field
          [label]="'sso.rules.joins' | translate"
          [hint]="'sso.rules.joinsHint' | translate"
          [(checked)]="joins"
        />
        <ui-select-field
          [label]="'sso.rules.role' | translate"
          [choices]="roles()"
          [(value)]="role"
        />
        <ui-check-field
          [label]="'sso.rules.factor' | translate"
          [hint]="'sso.rules.factorHint' | translate"
          [(checked)]="factor"
        />
        <div>
          <button uiButton kind="primary" type="submit">{{ 'sso.rules.save' | translate }}</button>
        </div>
      </form>
    </ui-card>
  `,
})
export class SsoRulesCard {
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  readonly of = input.required<SsoPage>();
  readonly changed = output<SsoRules>();
  protected readonly state = linkedSignal<string>(() => this.of().rules.state);
  protected readonly joins = linkedSignal(() => this.of().rules.joins);
  protected readonly role = linkedSignal<string>(() => this.of().rules.defaultRole);
  protected readonly factor = linkedSignal(() => this.of().rules.trustsFactor);
  protected readonly roles = computed(() => givenRoles(this.say));
  protected readonly states = computed(() =>
    ssoState.options.map((value) => ({
      value,
      label: this.say.it(`sso.rules.states.${value}.label`),
      text: this.say.it(`sso.rules.states.${value}.text`),
    })),
  );

  protected async save(): Promise<void> {
    const { data } = ssoRules.safeParse({
      ...{ state: this.state(), joins: this.joins() },
      ...{ defaultRole: this.role(), trustsFactor: this.factor() },
    });
    if (!data) return;
    const isStricter = data.state === 'enforced' && this.of().rules.state !== 'enforced';
    if (!isStricter || (await this.sure())) this.changed.emit(data);
  }

  private sure(): Promise<boolean> {
    return this.confirmation.ask({
      heading: this.say.it('sso.rules.enforce.heading'),
      text: this.say.it('sso.rules.enforce.text'),
      verb: this.say.it('sso.rules.enforce.verb'),
      danger: true,
    });
  }
}
