import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ContractView } from '@wire/contracts';
import { Say } from '@ui/app/say';
import { Icon } from '@ui/icon';

/** Money that stands still though nobody disputes it: what is so, and what happens next. */
@Component({
  selector: 'app-stopped',
  imports: [Icon, TranslatePipe],
  template: `
    @for (stop of stops(); track stop.kind) {
      <section [attr.aria-label]="stop.heading">
        <ui-icon [name]="stop.kind === 'held' ? 'shield' : 'bank'" />
        <div>
          <h2>{{ stop.heading }}</h2>
          <p>{{ 'contracts.stopped.' + stop.kind + '.text' | translate }}</p>
          <p class="muted">
            {{ 'contracts.stopped.' + stop.kind + '.next.' + view().myRole | translate }}
          </p>
        </div>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }
    :host:empty {
      display: none;
    }
    section {
      display: flex;
      gap: var(--s4);
      padding: var(--s4) var(--s5);
      border: 1px solid var(--line);
      border-inline-start: 3px solid var(--attention);
      border-radius: var(--radius);
      background: var(--surface);
    }
    ui-icon {
      flex: none;
      margin-block-start: 2px;
      color: var(--attention);
    }
    h2 {
      margin-block-end: var(--s1);
      font-size: var(--t16);
    }
    p + p {
      margin-block-start: var(--s1);
    }
  `,
})
export class Stopped {
  private readonly say = inject(Say);
  readonly view = input.required<ContractView>();
  protected readonly stops = computed(() => {
    const { milestones } = this.view();
    return (['held', 'chargeback'] as const).flatMap((kind) => {
      const titles = milestones.filter(({ stopped }) => stopped === kind).map(({ title }) => title);
      const named = { titles: titles.join(' · ') };
      const heading = this.say.it(`contracts.stopped.${kind}.heading`, named);
      return titles.length > 0 ? [{ kind, heading }] : [];
    });
  });
}
