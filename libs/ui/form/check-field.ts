import { booleanAttribute, Component, input, model } from '@angular/core';
import type { FormCheckboxControl } from '@angular/forms/signals';
import { Icon } from '../icon';
import { FieldControl } from './control';

/** A yes or no: `<ui-check-field label="Ask for an NDA" [formField]="form.nda" />`. */
@Component({
  selector: 'ui-check-field',
  imports: [Icon],
  template: `
    <label>
      <input
        #field
        type="checkbox"
        [id]="id"
        [checked]="checked()"
        [disabled]="disabled()"
        [attr.aria-invalid]="problem() ? true : null"
        [attr.aria-describedby]="describedBy()"
        (change)="checked.set(field.checked)"
        (blur)="touch.emit()"
      />
      <span class="box"><ui-icon name="check" [size]="14" /></span>
      <span [class.visually-hidden]="bare()">{{ label() }}</span>
    </label>
    @if (hint(); as words) {
      <p class="hint" [id]="id + '-hint'">{{ words }}</p>
    }
    @if (problem(); as words) {
      <p class="error" [id]="id + '-error'">{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    label {
      position: relative;
      display: inline-flex;
      align-items: flex-start;
      gap: var(--s3);
      padding-block: 6px;
      font-size: var(--t14);
      line-height: 22px;
      cursor: pointer;
    }
    input {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    .box {
      flex: none;
      display: grid;
      place-items: center;
      inline-size: 20px;
      block-size: 20px;
      margin-block-start: 1px;
      border: 1.5px solid var(--line-strong);
      border-radius: 6px;
      background: var(--surface);
      color: transparent;
    }
    input:checked + .box {
      border-color: var(--brand);
      background: var(--brand);
      color: var(--on-brand);
    }
    input:focus-visible + .box {
      outline: 2px solid var(--brand);
      outline-offset: 2px;
    }
    input[aria-invalid] + .box {
      border-color: var(--danger);
    }
    .hint,
    .error {
      margin-inline-start: 32px;
      color: var(--muted);
      font-size: var(--t13);
      line-height: 1.45;
    }
    .error {
      color: var(--danger);
    }
    @media (pointer: coarse) {
      label {
        padding-block: 11px;
      }
    }
  `,
})
export class CheckField extends FieldControl implements FormCheckboxControl {
  /** In a table whose heads say it already: the label is for those who do not see them. */
  readonly bare = input(false, { transform: booleanAttribute });
  readonly checked = model(false);
}
