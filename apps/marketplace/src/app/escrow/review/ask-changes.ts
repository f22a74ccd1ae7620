import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { requestChanges } from '@wire/escrow';
import { keeps } from '@ui/app/keep';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextArea } from '@ui/form/text-area';
import { TextField } from '@ui/form/text-field';
import { EscrowActions, escrowFeature } from '../escrow.store';

/** What is to be changed, as points that can be ticked off, with a note if one helps. */
@Component({
  selector: 'app-ask-changes',
  imports: [Button, ErrorSummary, TextArea, TextField, TranslatePipe],
  templateUrl: './ask-changes.html',
  styleUrl: './ask-changes.scss',
})
export class AskChanges {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  readonly contractId = input.required<string>();
  readonly milestoneId = input.required<string>();
  readonly provider = input.required<string>();
  /** The client does not ask after all. */
  readonly left = output();

  protected readonly busy = this.store.selectSignal(escrowFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(escrowFeature.selectProblem);
  protected readonly draft = signal({ points: [''], note: '' });
  private readonly keep = keeps(this.draft);
  protected readonly labels = computed(() => ({
    points: this.say.it('escrow.changes.heading'),
    note: this.say.it('escrow.changes.note'),
  }));
  private readonly input = computed(() => {
    const { points, note } = this.draft();
    const written = points.map((point) => point.trim()).filter((point) => point !== '');
    return requestChanges.safeParse({ points: written, ...(note.trim() ? { note } : {}) });
  });
  protected readonly ready = computed(() => this.input().success);
  protected readonly count = computed(() => this.input().data?.points.length ?? 0);

  constructor() {
    effect(() => void this.keep.under(`changes/${this.milestoneId()}`));
    effect(() => {
      this.heading().nativeElement.focus();
      this.heading().nativeElement.scrollIntoView({ block: 'nearest' });
    });
  }

  protected write(at: number, text: string): void {
    this.change((points) => points.map((point, index) => (index === at ? text : point)));
  }
  protected add(): void {
    this.change((points) => [...points, '']);
  }
  protected remove(at: number): void {
    this.change((points) => points.filter((_, index) => index !== at));
  }
  protected send(event: Event): void {
    event.preventDefault();
    const input = this.input();
    if (!input.success) return;
    const place = { contractId: this.contractId(), milestoneId: this.milestoneId() };
    this.store.dispatch(EscrowActions.requestChanges({ place, input: input.data }));
  }
  private change(to: (points: string[]) => string[]): void {
    this.draft.update((draft) => ({ ...draft, points: to(draft.points) }));
  }
}
