import { Component, computed, inject, input, output } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { TranslatePipe } from '@ngx-translate/core';
import { Chip } from '@ui/chip';
import type { Described } from '../described';
import { callOf, curlOf } from '../examples';
import { Example } from './example';
import { Fields } from './fields';

/** One call: what it does, who may make it, what goes in, what comes back, and how to try it. */
@Component({
  selector: 'app-operation',
  imports: [Chip, Example, Fields, TranslatePipe],
  templateUrl: './operation.html',
  styleUrl: './operation.scss',
})
export class OperationCard {
  private readonly origin = inject(DOCUMENT).location.origin;
  readonly operation = input.required<Described>();
  readonly open = input(false);
  readonly toggled = output<boolean>();
  protected readonly curl = computed(() => curlOf(this.origin, this.operation()));
  protected readonly call = computed(() => callOf(this.operation()));

  protected changed(event: Event): void {
    const { open } = event.target as HTMLDetailsElement;
    if (open !== this.open()) this.toggled.emit(open);
  }
}
