import { Component, contentChild, input, TemplateRef } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import type { Money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';
import type { IconName } from './icon-strokes';
import { Moment } from './moment';
import { MoneyView } from './money';

export interface TimelineEntry {
  id: string;
  /** The sentence of the fact: "Meera funded Milestone 1". */
  title: string;
  at: string;
  icon: IconName;
  tone?: 'brand' | 'attention' | 'danger' | 'neutral';
  note?: string | null;
  amount?: Money | null;
  /** Where it stands in the record: "escrow-… · 4". */
  proof?: string | null;
}

/**
 * The spine of a page: facts, newest first. An `<ng-template let-entry>` inside adds to an entry
 * (files, a button). The entry's proof folds out below it.
 */
@Component({
  selector: 'ui-timeline',
  imports: [Icon, Moment, MoneyView, NgTemplateOutlet, TranslatePipe],
  templateUrl: './timeline.html',
  styleUrl: './timeline.scss',
})
export class Timeline {
  readonly label = input.required<string>();
  readonly entries = input.required<readonly TimelineEntry[]>();
  protected readonly more = contentChild(TemplateRef);
}
