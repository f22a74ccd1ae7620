import { Component, computed, inject, input, model } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from './app/words';
import { Button } from './button';
import { momentText } from './countdown';
import { fieldOf, instantAt, instantIn, neighbour, placeOf, type Span } from './instants';
import { uid } from './uid';

/**
 * A point in time between two others: `<ui-time-slider label="As of" [span]="span()" [marks]="changes()"
 * [(at)]="at" />`. Arrow keys go by a thousandth, Page Up and Down by a tenth, Home and End to the ends;
 * the buttons go from one change to the next; the field takes an exact instant in UTC.
 */
@Component({
  selector: 'ui-time-slider',
  imports: [Button, TranslatePipe],
  templateUrl: './time-slider.html',
  styleUrl: './time-slider.scss',
})
export class TimeSlider {
  private readonly words = inject(Words);
  readonly label = input.required<string>();
  readonly span = input.required<Span>();
  /** Milliseconds. */
  readonly at = model.required<number>();
  /** Instants at which something changed. */
  readonly marks = input<readonly number[]>([]);
  protected readonly id = uid('slider');
  protected readonly place = computed(() => placeOf(this.at(), this.span()));
  protected readonly field = computed(() => fieldOf(this.at()));
  protected readonly spoken = computed(() => this.said(this.at()));
  protected readonly ends = computed(() => [
    this.said(this.span().from),
    this.said(this.span().to),
  ]);
  protected readonly ticks = computed(() => {
    const { from, to } = this.span();
    const inside = this.marks().filter((mark) => mark >= from && mark <= to);
    return [...new Set(inside.map((mark) => placeOf(mark, this.span())))];
  });
  protected readonly before = computed(() => neighbour(this.marks(), this.at(), -1));
  protected readonly after = computed(() => neighbour(this.marks(), this.at(), 1));

  protected slide(place: string): void {
    this.at.set(instantAt(Number(place), this.span()));
  }
  protected type(field: string): void {
    const at = instantIn(field);
    if (at !== null) this.at.set(at);
  }
  private said(at: number): string {
    return momentText(new Date(at).toISOString(), this.words.locale(), this.words.zone());
  }
}
