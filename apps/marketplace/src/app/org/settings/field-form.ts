import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { fieldAsked, fieldKind, type FieldWish, fieldWish, type OrgField } from '@wire/org-fields';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { CheckField } from '@ui/form/check-field';
import { SelectField } from '@ui/form/select-field';
import { TextArea } from '@ui/form/text-area';
import { TextField } from '@ui/form/text-field';

/** One field, new or changed. The kind of one that is there stays: what was given was meant so. */
@Component({
  selector: 'app-field-form',
  imports: [Button, CheckField, SelectField, TextArea, TextField, TranslatePipe],
  template: `
    <form (submit)="$event.preventDefault(); save()">
      <ui-text-field [label]="'org.fields.label' | translate" [maxlength]="60" [(value)]="label" />
      <ui-select-field
        [label]="'org.fields.kind' | translate"
        [choices]="kinds()"
        [disabled]="of() !== null"
        [(value)]="kind"
      />
      <ui-select-field
        [label]="'org.fields.when' | translate"
        [choices]="moments()"
        [(value)]="asked"
      />
      @if (kind() === 'choice') {
        <ui-text-area
          class="wide"
          [label]="'org.fields.options' | translate"
          [hint]="'org.fields.optionsHint' | translate"
          [(value)]="options"
        />
      }
      <ui-check-field [label]="'org.fields.must' | translate" [(checked)]="required" />
      <div class="row">
        <button uiButton type="submit" [disabled]="!wish()">
          {{ (of() ? 'org.fields.save' : 'org.fields.add') | translate }}
        </button>
        @if (of()) {
          <button uiButton kind="quiet" type="button" (click)="left.emit()">
            {{ 'org.fields.leave' | translate }}
          </button>
        }
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
      gap: var(--s3);
      align-items: end;
    }
    .wide {
      grid-column: 1 / -1;
    }
  `,
})
export class FieldForm {
  private readonly say = inject(Say);
  readonly of = input.required<OrgField | null>();
  readonly saved = output<FieldWish>();
  readonly left = output();
  protected readonly label = linkedSignal(() => this.of()?.label ?? '');
  protected readonly kind = linkedSignal<string>(() => this.of()?.kind ?? 'text');
  protected readonly asked = linkedSignal<string>(() => this.of()?.asked ?? 'job');
  protected readonly options = linkedSignal(() => this.of()?.options.join('\n') ?? '');
  protected readonly required = linkedSignal(() => this.of()?.required ?? false);
  protected readonly kinds = computed(() =>
    fieldKind.options.map((value) => ({ value, label: this.say.it(`org.fields.kinds.${value}`) })),
  );
  protected readonly moments = computed(() =>
    fieldAsked.options.map((value) => ({ value, label: this.say.it(`org.fields.asked.${value}`) })),
  );
  /** Null while it could not be saved. */
  protected readonly wish = computed(() => {
    const lines = this.options().split('\n');
    const options = lines.map((one) => one.trim()).filter(Boolean);
    const id = this.of()?.id;
    const { success, data } = fieldWish.safeParse({
      ...(id && { id }),
      ...{ label: this.label(), kind: this.kind(), asked: this.asked() },
      options: this.kind() === 'choice' ? options : [],
      required: this.required(),
    });
    return success && (data.kind !== 'choice' || options.length > 0) ? data : null;
  });

  protected save(): void {
    const wish = this.wish();
    if (!wish) return;
    this.saved.emit(wish);
    this.label.set('');
    this.options.set('');
    this.required.set(false);
  }
}
