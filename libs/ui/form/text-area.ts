import { Component, computed, type ElementRef, input, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldControl } from './control';
import { FieldFrame } from './frame';

/** Several lines that grow with their text; `[limit]` shows the count near the end. */
@Component({
  selector: 'ui-text-area',
  imports: [FieldFrame],
  template: `
    <ui-field-frame
      [for]="id"
      [label]="label()"
      [hint]="hint()"
      [optional]="optional()"
      [problem]="problem()"
    >
      <span class="control" [class.wrong]="problem()" [class.off]="disabled()">
        <textarea
          #field
          dir="auto"
          [id]="id"
          [value]="value()"
          [rows]="rows()"
          [disabled]="disabled()"
          [attr.placeholder]="placeholder()"
          [attr.aria-invalid]="problem() ? true : null"
          [attr.aria-describedby]="describedBy()"
          (input)="value.set(field.value)"
          (blur)="touch.emit()"
        ></textarea>
      </span>
      @if (left() < 200) {
        <span class="count" aria-live="polite">{{ value().length }} / {{ limit() }}</span>
      }
    </ui-field-frame>
  `,
  styleUrl: './field.scss',
})
export class TextArea extends FieldControl implements FormValueControl<string> {
  readonly value = model('');
  readonly rows = input(4);
  readonly placeholder = input<string>();
  /** Most characters that the server takes. */
  readonly limit = input<number>();
  protected readonly left = computed(() => (this.limit() ?? Infinity) - this.value().length);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  focus(): void {
    this.field().nativeElement.focus();
  }
}
