import { Component, computed, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { FieldAsked, GivenValues, OrgField } from '@wire/org-fields';
import { DateField } from './form/date-field';
import { SelectField } from './form/select-field';
import { TextField } from './form/text-field';

/** What an organisation asks of its jobs or hires, each by its kind; an empty value is none. */
@Component({
  selector: 'ui-asked-fields',
  imports: [DateField, SelectField, TextField, TranslatePipe],
  template: `
    @for (field of shown(); track field.id) {
      @switch (field.kind) {
        @case ('choice') {
          <ui-select-field
            [label]="field.label"
            [optional]="!field.required"
            [placeholder]="'ui.nothingChosen' | translate"
            [choices]="field.choices"
            [value]="field.value"
            (valueChange)="give(field.id, $event)"
          />
        }
        @case ('date') {
          <ui-date-field
            [label]="field.label"
            [optional]="!field.required"
            [value]="field.value"
            (valueChange)="give(field.id, $event)"
          />
        }
        @default {
          <ui-text-field
            [label]="field.label"
            [optional]="!field.required"
            [inputmode]="field.kind === 'number' ? 'decimal' : 'text'"
            [maxlength]="200"
            [value]="field.value"
            (valueChange)="give(field.id, $event)"
          />
        }
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s6);
    }
  `,
})
export class AskedFields {
  readonly fields = input.required<readonly OrgField[]>();
  readonly asked = input.required<FieldAsked>();
  readonly given = input.required<GivenValues>();
  readonly changed = output<GivenValues>();
  protected readonly shown = computed(() =>
    this.fields()
      .filter(({ asked, archived }) => asked === this.asked() && !archived)
      .map((field) => ({
        ...field,
        value: this.given().find((one) => one.field === field.id)?.value ?? '',
        choices: field.options.map((option) => ({ value: option, label: option })),
      })),
  );

  protected give(field: string, value: string): void {
    const others = this.given().filter((one) => one.field !== field);
    this.changed.emit(value === '' ? others : [...others, { field, value }]);
  }
}
