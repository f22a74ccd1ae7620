import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { ContractReplay } from '@wire/replay';
import { Can } from '@ui/app/ability';
import { Card } from '@ui/card';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { EventProof } from '@ui/proof/event-proof';
import { Status } from '@ui/status';
import { AuditWords } from '../audit-words';
import { adds, lastUpTo, timeOf } from './in-time';
import type { Axis } from './replay.api';

/** The money of one contract at an instant, and the way there: event by event, each adding up. */
@Component({
  selector: 'app-contract-at',
  imports: [Can, Card, EventProof, Moment, MoneyView, RouterLink, Status, TranslatePipe],
  templateUrl: './contract-at.html',
  styleUrl: './contract-at.scss',
})
export class ContractAt {
  protected readonly words = inject(AuditWords);
  readonly replay = input.required<ContractReplay>();
  readonly at = input.required<number>();
  readonly axis = input.required<Axis>();
  /** Whoever chooses an event travels to its instant. */
  readonly chosen = output<number>();

  protected readonly place = computed(() => lastUpTo(this.replay().steps, this.at(), this.axis()));
  protected readonly now = computed(() => this.replay().steps[this.place()] ?? null);
  protected readonly steps = computed(() =>
    this.replay().steps.map((step, place) => ({
      step,
      place,
      at: new Date(timeOf(step, this.axis())).toISOString(),
      adds: adds(step),
      isPast: place <= this.place(),
    })),
  );

  protected choose(place: number): void {
    const step = this.replay().steps[place];
    if (step) this.chosen.emit(timeOf(step, this.axis()));
  }
}
