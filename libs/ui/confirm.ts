import {
  ApplicationRef,
  Component,
  computed,
  createComponent,
  EnvironmentInjector,
  inject,
  input,
  inputBinding,
  output,
  outputBinding,
  Service,
  signal,
  viewChild,
} from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { FormsModule } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from './button';
import { Dialog } from './dialog';
import { uid } from './uid';

export interface Question {
  heading: string;
  text: string;
  /** The verb on the button: "Release ₹40,000". */
  verb: string;
  danger?: boolean;
  /** What cannot be undone asks for this word to be typed. */
  type?: string;
}

@Component({
  selector: 'ui-confirm',
  imports: [Button, Dialog, FormsModule, TranslatePipe],
  template: `
    <ui-dialog [heading]="of().heading" (closed)="answered.emit(sure)">
      <p>{{ of().text }}</p>
      @if (of().type; as word) {
        <label [for]="id">{{ 'ui.typeToConfirm' | translate: { word } }}</label>
        <input [id]="id" autocomplete="off" spellcheck="false" [(ngModel)]="typed" />
      }
      <button dialog-actions uiButton type="button" (click)="close(false)">
        {{ 'ui.cancel' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        type="button"
        [kind]="of().danger ? 'danger' : 'primary'"
        [disabled]="!ready()"
        (click)="close(true)"
      >
        {{ of().verb }}
      </button>
    </ui-dialog>
  `,
  styles: `
    label {
      display: block;
      margin-block: var(--s4) var(--s1);
      font-weight: 500;
    }
    input {
      inline-size: 100%;
      block-size: var(--control);
      padding-inline: var(--s3);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-control);
      background: var(--surface);
    }
  `,
})
class Confirm {
  readonly of = input.required<Question>();
  readonly answered = output<boolean>();
  protected readonly id = uid('confirm');
  protected readonly typed = signal('');
  protected readonly ready = computed(() => this.typed().trim() === (this.of().type ?? ''));
  protected sure = false;
  private readonly dialog = viewChild.required(Dialog);

  open(): void {
    this.dialog().open();
  }
  protected close(sure: boolean): void {
    this.sure = sure;
    this.dialog().close();
  }
}

/** `if (await confirm.ask({ heading, text, verb })) …` */
@Service()
export class Confirmation {
  private readonly app = inject(ApplicationRef);
  private readonly environmentInjector = inject(EnvironmentInjector);
  private readonly document = inject(DOCUMENT);

  ask(question: Question): Promise<boolean> {
    return new Promise((resolve) => {
      const shown = createComponent(Confirm, {
        environmentInjector: this.environmentInjector,
        bindings: [
          inputBinding('of', () => question),
          outputBinding<boolean>('answered', (sure) => {
            resolve(sure);
            this.app.detachView(shown.hostView);
            shown.destroy();
          }),
        ],
      });
      this.app.attachView(shown.hostView);
      this.document.body.append(shown.location.nativeElement as Node);
      shown.changeDetectorRef.detectChanges();
      shown.instance.open();
    });
  }
}
