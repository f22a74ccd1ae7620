import { Component, input, linkedSignal, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ChangeOrganisation, OrganisationView } from '@wire/organisations';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { CheckField } from '@ui/form/check-field';
import { TextField } from '@ui/form/text-field';

/** Name, seats, and what nobody may leave out. */
@Component({
  selector: 'app-rules-card',
  imports: [Button, Card, CheckField, TextField, TranslatePipe],
  template: `
    <ui-card [heading]="'org.rules.heading' | translate">
      <form class="stack" (submit)="$event.preventDefault(); save()">
        <ui-text-field [label]="'org.name' | translate" [maxlength]="80" [(value)]="name" />
        <ui-text-field
          inputmode="numeric"
          [label]="'org.rules.seats' | translate"
          [(value)]="seats"
        />
        <ui-text-field
          inputmode="numeric"
          [label]="'org.rules.expire' | translate"
          [hint]="'org.rules.expireHint' | translate"
          [(value)]="days"
        />
        <ui-check-field [label]="'org.rules.purchaseOrder' | translate" [(checked)]="order" />
        <ui-check-field [label]="'org.rules.costCentre' | translate" [(checked)]="centre" />
        <div>
          <button uiButton kind="primary" type="submit" [disabled]="!isRight()">
            {{ 'org.rules.save' | translate }}
          </button>
        </div>
      </form>
    </ui-card>
  `,
})
export class RulesCard {
  readonly of = input.required<OrganisationView>();
  readonly changed = output<ChangeOrganisation>();
  protected readonly name = linkedSignal(() => this.of().name);
  protected readonly seats = linkedSignal(() => String(this.of().seats));
  protected readonly days = linkedSignal(() => String(this.of().requestsExpireDays));
  protected readonly order = linkedSignal(() => this.of().needsPurchaseOrder);
  protected readonly centre = linkedSignal(() => this.of().needsCostCentre);

  protected isRight(): boolean {
    const isWhole = (text: string, most: number) =>
      Number.isInteger(Number(text)) && Number(text) > 0 && Number(text) <= most;
    return this.name().trim() !== '' && isWhole(this.seats(), 500) && isWhole(this.days(), 90);
  }
  protected save(): void {
    if (!this.isRight()) return;
    this.changed.emit({
      ...{ name: this.name().trim(), seats: Number(this.seats()) },
      ...{ needsPurchaseOrder: this.order(), needsCostCentre: this.centre() },
      requestsExpireDays: Number(this.days()),
    });
  }
}
