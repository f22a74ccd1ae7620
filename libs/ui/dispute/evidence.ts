import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { EvidenceItem } from '@wire/disputes';
import { Say } from '../app/say';
import { Copy } from '../copy';
import { FileList } from '../file-list';
import type { IconName } from '../icon-strokes';
import { Timeline, type TimelineEntry } from '../timeline';
import type { Sides } from './split';

const icons: Record<EvidenceItem['kind'], IconName> = {
  text: 'message',
  file: 'paperclip',
  terms: 'contract',
  signature: 'edit',
  update: 'message',
  delivery: 'upload',
  changes: 'refresh',
  payment: 'shield',
};
const tones: Record<EvidenceItem['by'], TimelineEntry['tone']> = {
  provider: 'brand',
  client: 'attention',
  record: 'neutral',
};
type From = EvidenceItem['by'] | 'all';

/** The evidence of a dispute in the order it came about, each piece with its hash. */
@Component({
  selector: 'ui-evidence',
  imports: [Copy, FileList, Timeline, TranslatePipe],
  template: `
    <div class="filters" role="group" [attr.aria-label]="'ui.dispute.evidence.filter' | translate">
      @for (from of froms(); track from.id) {
        <button type="button" [attr.aria-pressed]="from.id === show()" (click)="show.set(from.id)">
          {{ from.label }} <span class="num">{{ from.count }}</span>
        </button>
      }
    </div>
    <ui-timeline [label]="'ui.dispute.evidence.label' | translate" [entries]="entries()">
      <ng-template let-entry>
        @if (found(entry.id); as item) {
          @if (item.file; as file) {
            <ui-file-list [label]="'ui.files' | translate" [files]="[file]" />
          }
          <p class="hash">
            <span>SHA-256</span>
            <ui-copy [text]="item.sha256" [label]="'ui.dispute.evidence.hash' | translate" />
          </p>
        }
      </ng-template>
    </ui-timeline>
  `,
  styles: `
    .filters {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1);
      margin-block-end: var(--s4);
    }
    button {
      min-block-size: 32px;
      padding-inline: var(--s3);
      border: 1px solid transparent;
      border-radius: var(--radius-full);
      background: none;
      color: var(--muted);
      font-size: var(--t13);
      cursor: pointer;
    }
    button[aria-pressed='true'] {
      border-color: var(--line);
      background: var(--surface);
      color: var(--ink);
      font-weight: 550;
    }
    ui-file-list {
      display: block;
      margin-block-start: var(--s2);
    }
    .hash {
      display: flex;
      align-items: center;
      gap: var(--s2);
      max-inline-size: 100%;
      margin-block-start: var(--s2);
      color: var(--muted);
      font-size: var(--t12);
    }
    .hash span {
      flex: none;
    }
    ui-copy {
      min-inline-size: 0;
      max-inline-size: 220px;
    }
    @media (pointer: coarse) {
      button {
        min-block-size: 44px;
      }
    }
    @media print {
      .filters {
        display: none;
      }
      ui-copy {
        max-inline-size: none;
      }
    }
  `,
})
export class Evidence {
  private readonly say = inject(Say);
  readonly items = input.required<readonly EvidenceItem[]>();
  readonly names = input.required<Sides>();
  protected readonly show = signal<From>('all');

  protected readonly froms = computed(() =>
    (['all', 'client', 'provider', 'record'] as const)
      .map((id) => ({
        id,
        label: this.say.it(`ui.dispute.evidence.from.${id}`, { ...this.names() }),
        count: this.items().filter(({ by }) => id === 'all' || by === id).length,
      }))
      .filter(({ id, count }) => id === 'all' || count > 0),
  );
  protected readonly entries = computed((): TimelineEntry[] =>
    this.items()
      .filter(({ by }) => this.show() === 'all' || by === this.show())
      .map((item) => ({
        id: item.id,
        title: this.say.it(`ui.dispute.evidence.kinds.${item.kind}`, { who: this.who(item) }),
        at: item.at,
        icon: icons[item.kind],
        tone: tones[item.by],
        note: item.text,
        proof: item.source ? `${item.source.stream} · ${item.source.version}` : null,
      })),
  );
  private readonly byId = computed(() => new Map(this.items().map((item) => [item.id, item])));

  protected found(id: string): EvidenceItem | undefined {
    return this.byId().get(id);
  }
  private who({ author, by }: EvidenceItem): string {
    if (author) return author.name;
    return by === 'record' ? 'Guildhall' : this.names()[by];
  }
}
