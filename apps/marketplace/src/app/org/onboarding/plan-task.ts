import { Component, computed, inject, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { taskKind, taskKinds } from '@wire/onboarding';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { CheckField } from '@ui/form/check-field';
import { SelectField } from '@ui/form/select-field';
import { TextArea } from '@ui/form/text-area';
import { TextField } from '@ui/form/text-field';
import { hasText, type TaskDraft } from './plan-draft';

/** One task of a plan, as it is written. */
@Component({
  selector: 'app-plan-task',
  imports: [Button, Card, CheckField, SelectField, TextArea, TextField, TranslatePipe],
  template: `
    <ui-card [heading]="'onboarding.plan.task' | translate: { number: number() }">
      @if (mayChange()) {
        <div card-actions class="acts">
          @for (by of ways; track by) {
            <button
              uiButton
              small
              kind="quiet"
              type="button"
              [icon]="by < 0 ? 'arrow-up' : 'arrow-down'"
              [disabled]="by < 0 ? isFirst() : isLast()"
              [attr.aria-label]="
                (by < 0 ? 'onboarding.plan.up' : 'onboarding.plan.down')
                  | translate: { number: number() }
              "
              (click)="moved.emit(by)"
            ></button>
          }
          <button
            uiButton
            small
            kind="quiet"
            type="button"
            icon="trash"
            [attr.aria-label]="
              'ui.remove'
                | translate: { what: ('onboarding.plan.task' | translate: { number: number() }) }
            "
            (click)="removed.emit()"
          ></button>
        </div>
      }
      <div class="stack">
        <div class="two">
          <ui-select-field
            [label]="'onboarding.plan.kind' | translate"
            [choices]="kinds()"
            [disabled]="!mayChange()"
            [value]="of().kind"
            (valueChange)="choose($event)"
          />
          <ui-text-field
            inputmode="numeric"
            [label]="'onboarding.plan.days' | translate"
            [disabled]="!mayChange()"
            [value]="of().days"
            (valueChange)="set({ days: $event })"
          />
        </div>
        <ui-text-field
          [label]="'onboarding.plan.title' | translate"
          [maxlength]="120"
          [disabled]="!mayChange()"
          [value]="of().title"
          (valueChange)="set({ title: $event })"
        />
        <ui-text-area
          optional
          [label]="'onboarding.plan.explanation' | translate"
          [rows]="2"
          [limit]="2000"
          [disabled]="!mayChange()"
          [value]="of().explanation"
          (valueChange)="set({ explanation: $event })"
        />
        @if (needsText()) {
          <ui-text-area
            [label]="'onboarding.plan.text' | translate"
            [hint]="'onboarding.plan.textHint' | translate"
            [rows]="6"
            [limit]="20000"
            [disabled]="!mayChange()"
            [value]="of().text"
            (valueChange)="set({ text: $event })"
          />
        }
        <ui-check-field
          [label]="'onboarding.plan.required' | translate"
          [disabled]="!mayChange()"
          [checked]="of().required"
          (checkedChange)="set({ required: $event })"
        />
        <ui-check-field
          [label]="'onboarding.plan.reviewed' | translate"
          [disabled]="!mayChange()"
          [checked]="of().reviewed"
          (checkedChange)="set({ reviewed: $event })"
        />
      </div>
    </ui-card>
  `,
  styles: `
    .acts {
      display: flex;
    }
    .two {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(120px, 1fr);
      gap: var(--s4);
    }
  `,
})
export class PlanTask {
  private readonly say = inject(Say);
  readonly of = input.required<TaskDraft>();
  readonly number = input.required<number>();
  readonly mayChange = input.required<boolean>();
  readonly isFirst = input.required<boolean>();
  readonly isLast = input.required<boolean>();
  readonly changed = output<TaskDraft>();
  readonly removed = output();
  readonly moved = output<-1 | 1>();
  protected readonly ways = [-1, 1] as const;
  protected readonly needsText = computed(() => hasText(this.of()));
  protected readonly kinds = computed(() =>
    taskKinds.map((value) => ({ value, label: this.say.it(`onboarding.kinds.${value}`) })),
  );

  protected choose(kind: string): void {
    const known = taskKind.safeParse(kind).data;
    if (known) this.set({ kind: known });
  }
  protected set(to: Partial<TaskDraft>): void {
    this.changed.emit({ ...this.of(), ...to });
  }
}
