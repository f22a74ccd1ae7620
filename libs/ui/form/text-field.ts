import { Component, type ElementRef, input, model, signal, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from '../icon';
import { FieldControl } from './control';
import { FieldFrame } from './frame';

/** `<ui-text-field label="E-mail" type="email" autocomplete="email" [formField]="form.email" />` */
@Component({
  selector: 'ui-text-field',
  imports: [FieldFrame, Icon, TranslatePipe],
  template: `
    <ui-field-frame
      [for]="id"
      [label]="label()"
      [hint]="hint()"
      [optional]="optional()"
      [problem]="problem()"
    >
      <span class="control" [class.wrong]="problem()" [class.off]="disabled()">
        <input
          #field
          [id]="id"
          [type]="shown() ? 'text' : type()"
          [value]="value()"
          [disabled]="disabled()"
          [attr.placeholder]="placeholder()"
          [attr.autocomplete]="autocomplete()"
          [attr.inputmode]="inputmode()"
          [attr.maxlength]="maxlength()"
          [attr.dir]="type() === 'text' ? 'auto' : null"
          [attr.aria-invalid]="problem() ? true : null"
          [attr.aria-describedby]="describedBy()"
          (input)="value.set(field.value)"
          (blur)="touch.emit()"
        />
        @if (type() === 'password') {
          <button
            class="peek"
            type="button"
            [attr.aria-label]="'ui.showPassword' | translate"
            [attr.aria-pressed]="shown()"
            (click)="shown.set(!shown())"
          >
            <ui-icon [name]="shown() ? 'eye-off' : 'eye'" [size]="16" />
          </button>
        }
        <ng-content />
      </span>
    </ui-field-frame>
  `,
  styleUrl: './field.scss',
})
export class TextField extends FieldControl implements FormValueControl<string> {
  readonly value = model('');
  readonly type = input<'text' | 'email' | 'password' | 'tel' | 'url' | 'search'>('text');
  readonly placeholder = input<string>();
  readonly autocomplete = input<string>();
  readonly inputmode = input<string>();
  readonly maxlength = input<number>();
  protected readonly shown = signal(false);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  focus(): void {
    this.field().nativeElement.focus();
  }
}
