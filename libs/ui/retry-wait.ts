import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { DestroyRef } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Problem } from './app/problem';

/** Counts down what a refusal says to wait, to the second; says `over` when it is time again. */
@Component({
  selector: 'ui-retry-wait',
  imports: [TranslatePipe],
  template: `
    @if (seconds() > 0) {
      <p class="muted small" role="timer">
        {{ 'ui.retryIn' | translate }}
        <b
          ><bdi dir="ltr">{{ clock() }}</bdi></b
        >
      </p>
    }
  `,
  styles: `
    b {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class RetryWait {
  readonly problem = input<Problem | null>();
  readonly over = output();
  protected readonly seconds = signal(0);
  protected readonly clock = computed(() => {
    const [minutes, rest] = [Math.floor(this.seconds() / 60), this.seconds() % 60];
    return `${minutes}:${String(rest).padStart(2, '0')}`;
  });

  constructor() {
    let timer: ReturnType<typeof setInterval> | undefined;
    effect(() => {
      clearInterval(timer);
      const wait = this.problem()?.facts?.['retryAfterSeconds'];
      if (typeof wait !== 'number') return this.seconds.set(0);
      const until = Date.now() + wait * 1_000;
      const tick = () => {
        const left = Math.max(0, Math.ceil((until - Date.now()) / 1_000));
        this.seconds.set(left);
        if (left > 0) return;
        clearInterval(timer);
        this.over.emit();
      };
      this.seconds.set(wait);
      timer = setInterval(tick, 1_000);
    });
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
