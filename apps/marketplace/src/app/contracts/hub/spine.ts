import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ContractView } from '@wire/contracts';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { FileList } from '@ui/file-list';
import { Timeline } from '@ui/timeline';
import { entriesOf, filters } from './hub-timeline';
import { PostUpdate } from './post-update';

/** The timeline: everything that happened, newest first, with files and where the record proves it. */
@Component({
  selector: 'app-spine',
  imports: [Card, FileList, PostUpdate, Timeline, TranslatePipe],
  template: `
    <ui-card>
      <header>
        <h2 #heading tabindex="-1">{{ 'contracts.timeline.heading' | translate }}</h2>
        <div
          class="filters no-print"
          role="group"
          [attr.aria-label]="'contracts.timeline.filter' | translate"
        >
          @for (filter of shown(); track filter) {
            <button
              type="button"
              [attr.aria-pressed]="filter === show()"
              (click)="showChange.emit(filter === 'all' ? null : filter)"
            >
              {{ 'contracts.timeline.show.' + filter | translate }}
            </button>
          }
        </div>
      </header>
      @if (view().state === 'active' && isMine()) {
        <app-post-update class="no-print" [contractId]="view().id" />
      }
      @if (entries().length > 0) {
        <ui-timeline [label]="'contracts.timeline.heading' | translate" [entries]="entries()">
          <ng-template let-entry>
            @if (files().get(entry.id); as files) {
              <ui-file-list [label]="'ui.files' | translate" [files]="files" />
            }
          </ng-template>
        </ui-timeline>
      } @else {
        <p class="muted small">{{ 'contracts.timeline.none' | translate }}</p>
      }
    </ui-card>
  `,
  styleUrl: './spine.scss',
})
export class Spine {
  private readonly say = inject(Say);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  readonly view = input.required<ContractView>();
  readonly show = input('all');
  readonly showChange = output<string | null>();

  /** Of one of the two sides, who write here. */
  protected readonly isMine = computed(() => ['client', 'provider'].includes(this.view().myRole));
  protected readonly entries = computed(() => entriesOf(this.view(), this.show(), this.say));
  /** The filter that the money strip chose stands beside the others while it is on. */
  protected readonly shown = computed(() => {
    const usual: readonly string[] =
      this.view().disputes.length > 0 ? [...filters, 'disputes'] : filters;
    return usual.includes(this.show()) ? usual : [...usual, this.show()];
  });
  protected readonly files = computed(
    () =>
      new Map(
        this.view()
          .timeline.filter(({ files }) => files.length > 0)
          .map(({ id, files }) => [id, files]),
      ),
  );

  focus(): void {
    this.heading().nativeElement.focus();
    this.heading().nativeElement.scrollIntoView({ block: 'start' });
  }
}
