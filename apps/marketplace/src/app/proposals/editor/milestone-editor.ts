import { Component, input, model } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Money } from '@money';
import { Button } from '@ui/button';
import { MoneyField } from '@ui/form/money-field';
import { TextField } from '@ui/form/text-field';
import { MoneyView } from '@ui/money';
import { daysOf, emptyMilestone, type MilestoneForm } from './proposal-form';
import { netOf } from './receipt';

const rule = { kind: 'required' };

/** The parts of the work, each with its price, its days, and what of the price arrives. */
@Component({
  selector: 'app-milestone-editor',
  imports: [Button, MoneyField, MoneyView, TextField, TranslatePipe],
  template: `
    <ol>
      @for (milestone of milestones(); track $index) {
        <li>
          <fieldset>
            <legend>{{ 'proposals.milestone.name' | translate: { number: $index + 1 } }}</legend>
            <div class="fields">
              <ui-text-field
                class="title"
                [label]="'proposals.milestone.title' | translate"
                [maxlength]="120"
                [touched]="strict()"
                [errors]="milestone.title.trim() === '' ? needed : []"
                [value]="milestone.title"
                (valueChange)="change($index, { title: $event })"
              />
              <ui-money-field
                [label]="'proposals.milestone.amount' | translate"
                [touched]="strict()"
                [errors]="milestone.amount ? [] : needed"
                [value]="milestone.amount"
                (valueChange)="change($index, { amount: $event })"
              />
              <ui-text-field
                inputmode="numeric"
                [label]="'proposals.milestone.days' | translate"
                [touched]="strict()"
                [errors]="days(milestone.days) ? [] : needed"
                [value]="milestone.days"
                (valueChange)="change($index, { days: $event })"
              />
            </div>
            <p class="net" role="status">
              @if (milestone.amount; as amount) {
                {{ 'proposals.milestone.net' | translate }}
                <b><ui-money [of]="net(amount)" /></b>
              }
            </p>
            @if (milestones().length > 1) {
              <button
                uiButton
                small
                kind="quiet"
                type="button"
                icon="trash"
                [attr.aria-label]="
                  'ui.remove'
                    | translate
                      : { what: ('proposals.milestone.name' | translate: { number: $index + 1 }) }
                "
                (click)="remove($index)"
              ></button>
            }
          </fieldset>
        </li>
      }
    </ol>
    @if (milestones().length < 10) {
      <button uiButton type="button" icon="plus" (click)="add()">
        {{ 'proposals.milestone.add' | translate }}
      </button>
    }
  `,
  styleUrl: './milestone-editor.scss',
})
export class MilestoneEditor {
  readonly milestones = model.required<readonly MilestoneForm[]>();
  /** Sending was tried: what is missing is said. */
  readonly strict = input(false);
  protected readonly needed = [rule];

  protected net(amount: Money): Money {
    return netOf(amount);
  }
  protected days(typed: string): boolean {
    return daysOf(typed) >= 1 && daysOf(typed) <= 365;
  }
  protected change(at: number, to: Partial<MilestoneForm>): void {
    this.milestones.update((all) =>
      all.map((each, index) => (index === at ? { ...each, ...to } : each)),
    );
  }
  protected add(): void {
    this.milestones.update((all) => [...all, emptyMilestone]);
  }
  protected remove(at: number): void {
    this.milestones.update((all) => all.filter((_, index) => index !== at));
  }
}
