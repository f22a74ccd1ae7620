import { Component, computed, inject, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Can } from '@ui/app/ability';
import { Words } from '@ui/app/words';
import { Button } from '@ui/button';
import { left, leftText } from '@ui/countdown';
import { Now } from '@ui/now';

/** A detail that is shown in part, with the way to see it whole; or whole, and for how long. */
@Component({
  selector: 'app-masked',
  imports: [Button, Can, TranslatePipe],
  template: `
    <bdi>{{ value() ?? '–' }}</bdi>
    @if (isMasked()) {
      <button
        *uiCan="['reveal', 'Account']"
        uiButton
        small
        kind="quiet"
        icon="eye"
        type="button"
        (click)="reveal.emit()"
      >
        {{ 'users.reveal.open' | translate }}
      </button>
    } @else if (time(); as time) {
      <span class="muted" role="timer">{{ 'users.reveal.left' | translate: { time } }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2);
    }
  `,
})
export class Masked {
  private readonly words = inject(Words);
  private readonly now = inject(Now);
  readonly value = input.required<string | null>();
  readonly isMasked = input.required<boolean>();
  readonly until = input<string | null>(null);
  readonly reveal = output();

  protected readonly time = computed(() => {
    const until = this.until();
    const rest = until && this.value() !== null ? left(until, this.now.at()) : null;
    return rest && !rest.past ? leftText(rest, this.words.locale()) : null;
  });
}
