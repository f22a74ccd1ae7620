import { Component, computed, inject, input } from '@angular/core';
import { Say } from '@ui/app/say';
import { Status, type Tone } from '@ui/status';

/** How hot a deadline is: hours left, calm above three days, late below none. */
export const heatOf = (hours: number): { tone: Tone; word: 'late' | 'hours' | 'days' } =>
  hours < 0
    ? { tone: 'danger', word: 'late' }
    : hours < 24
      ? { tone: 'danger', word: 'hours' }
      : hours < 72
        ? { tone: 'attention', word: 'days' }
        : { tone: 'neutral', word: 'days' };

/** The time that is left, as a word with a shape, so that the list burns where it should. */
@Component({
  selector: 'app-heat',
  imports: [Status],
  template: `<ui-status
    [tone]="heat().tone"
    [shape]="heat().tone === 'danger' ? 'square' : 'ring'"
    >{{ text() }}</ui-status
  >`,
})
export class Heat {
  private readonly say = inject(Say);
  readonly hours = input.required<number>();
  protected readonly heat = computed(() => heatOf(this.hours()));
  protected readonly text = computed(() => {
    const hours = Math.abs(this.hours());
    return this.say.it(`disputes.heat.${this.heat().word}`, {
      hours: Math.floor(hours),
      days: Math.floor(hours / 24),
    });
  });
}
