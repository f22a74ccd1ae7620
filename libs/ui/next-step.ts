import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from './app/words';
import { left, leftText, momentText } from './countdown';
import { Icon } from './icon';
import { Now } from './now';

/**
 * The one card that says what happens next, who acts, by when (both time zones), with one button in
 * its content: `<ui-next-step heading="Review the delivery" [mine]="true" [deadline]="…"><button …>`.
 */
@Component({
  selector: 'ui-next-step',
  imports: [Icon, TranslatePipe],
  templateUrl: './next-step.html',
  styleUrl: './next-step.scss',
})
export class NextStep {
  private readonly words = inject(Words);
  private readonly now = inject(Now);
  readonly heading = input.required<string>();
  /** Who acts, by name; with `mine` it reads "Your turn". */
  readonly actor = input<string>();
  readonly mine = input(false);
  readonly text = input<string>();
  /** ISO 8601; what happens then is `deadlineNote` ("The money is released by itself"). */
  readonly deadline = input<string | null>();
  readonly deadlineNote = input<string>();
  /** The other party's zone and name, so that both clocks are shown. */
  readonly otherZone = input<string | null>();
  readonly otherName = input<string>();

  protected readonly time = computed(() => {
    const at = this.deadline();
    if (!at) return null;
    const rest = left(at, this.now.at());
    const locale = this.words.locale();
    const other = this.otherZone();
    return {
      ...rest,
      left: leftText(rest, locale),
      here: momentText(at, locale, this.words.zone()),
      there: other && other !== this.words.zone() ? momentText(at, locale, other) : null,
    };
  });
}
