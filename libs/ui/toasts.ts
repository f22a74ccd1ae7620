import { Component, inject, Service, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from './button';
import { Icon } from './icon';

export interface ToastWords {
  /** What happened, in a sentence. */
  text: string;
  /** Given, an Undo button is there for 8 s; afterwards it is too late. */
  undo?: () => void;
}
interface Toast extends ToastWords {
  id: number;
  error: boolean;
}

/** `toasts.say({ text, undo })` is polite and leaves after 8 s; `toasts.fail(text)` interrupts and stays. */
@Service()
export class Toasts {
  private last = 0;
  private readonly list = signal<readonly Toast[]>([]);
  readonly shown = this.list.asReadonly();
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();

  say(words: ToastWords): void {
    this.wait(this.add({ ...words, error: false }));
  }
  fail(text: string): void {
    this.add({ text, error: true });
  }
  /** Reading or about to press Undo: the time stands still. */
  hold(id: number): void {
    clearTimeout(this.timers.get(id));
  }
  wait(id: number): void {
    this.hold(id);
    this.timers.set(
      id,
      setTimeout(() => this.dismiss(id), 8_000),
    );
  }
  dismiss(id: number): void {
    this.hold(id);
    this.timers.delete(id);
    this.list.update((all) => all.filter((toast) => toast.id !== id));
  }
  private add(toast: Omit<Toast, 'id'>): number {
    const id = ++this.last;
    this.list.update((all) => [...all.slice(-2), { ...toast, id }]);
    return id;
  }
}

/** Where toasts appear; once, in the shell. */
@Component({
  selector: 'ui-toasts',
  imports: [Button, Icon, TranslatePipe],
  template: `
    @for (live of ['polite', 'assertive']; track live) {
      <div [attr.aria-live]="live" [attr.role]="live === 'polite' ? 'status' : 'alert'">
        @for (toast of toasts.shown(); track toast.id) {
          @if (toast.error === (live === 'assertive')) {
            <div
              class="toast"
              [class.error]="toast.error"
              (mouseenter)="toasts.hold(toast.id)"
              (mouseleave)="!toast.error && toasts.wait(toast.id)"
              (focusin)="toasts.hold(toast.id)"
            >
              <ui-icon [name]="toast.error ? 'alert' : 'check'" />
              <span>{{ toast.text }}</span>
              @if (toast.undo; as undo) {
                <button uiButton small type="button" (click)="undo(); toasts.dismiss(toast.id)">
                  {{ 'ui.undo' | translate }}
                </button>
              }
              <button
                class="close"
                type="button"
                [attr.aria-label]="'ui.close' | translate"
                (click)="toasts.dismiss(toast.id)"
              >
                <ui-icon name="close" [size]="16" />
              </button>
            </div>
          }
        }
      </div>
    }
  `,
  styleUrl: './toasts.scss',
})
export class ToastOutlet {
  protected readonly toasts = inject(Toasts);
}
