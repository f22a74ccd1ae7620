import {
  booleanAttribute,
  Component,
  type ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';
import { uid } from './uid';

/**
 * `<ui-dialog #d heading="Decline"> … <button dialog-actions uiButton …></ui-dialog>`, opened by
 * `d.open()`. The platform's own modal: focus is kept inside, Esc closes, focus returns.
 */
@Component({
  selector: 'ui-dialog',
  imports: [Icon, TranslatePipe],
  template: `
    <dialog
      #dialog
      [class.wide]="wide()"
      [attr.aria-labelledby]="id"
      (close)="closed.emit()"
      (pointerup)="leaveBy($event)"
    >
      <div class="box">
        <header>
          <h2 [id]="id" tabindex="-1">{{ heading() }}</h2>
          <button type="button" [attr.aria-label]="'ui.close' | translate" (click)="dialog.close()">
            <ui-icon name="close" />
          </button>
        </header>
        <div class="body"><ng-content /></div>
        <footer><ng-content select="[dialog-actions]" /></footer>
      </div>
    </dialog>
  `,
  styleUrl: './dialog.scss',
})
export class Dialog {
  readonly heading = input.required<string>();
  readonly wide = input(false, { transform: booleanAttribute });
  readonly closed = output();
  protected readonly id = uid('dialog');
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  open(): void {
    this.dialog().nativeElement.showModal();
  }
  close(): void {
    this.dialog().nativeElement.close();
  }
  /** A press beside the box. Answers nothing: `false` would stop every submit button inside. */
  protected leaveBy({ target }: Event): void {
    if (target === this.dialog().nativeElement) this.close();
  }
}
