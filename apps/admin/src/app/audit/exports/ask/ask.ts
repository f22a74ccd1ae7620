import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { newKey } from '@ui/app/api';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { DateField } from '@ui/form/date-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { RadioCards } from '@ui/form/radio-cards';
import { TextArea } from '@ui/form/text-area';
import { TextField } from '@ui/form/text-field';
import { Icon } from '@ui/icon';
import { PageHeader } from '@ui/page-header';
import { AuditApi } from '../../audit.api';
import { AuditWords } from '../../audit-words';
import { type Draft, type Fault, faultsOf, longest, wishOf } from './wish';

const kinds = ['contract', 'period', 'everything'] as const;

/** Somebody wants a copy of the record, says of what and what for; compliance has to agree. */
@Component({
  selector: 'app-ask-for-export',
  imports: [
    Button,
    Card,
    DateField,
    ErrorSummary,
    Icon,
    PageHeader,
    RadioCards,
    RouterLink,
    TextArea,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './ask.html',
  styleUrl: './ask.scss',
})
export class AskForExport {
  private readonly api = inject(AuditApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly words = inject(AuditWords);
  /** From the address: the contract that is wanted. */
  readonly contract = input<string>();

  protected readonly draft = signal<Draft>({
    kind: 'contract',
    contractId: '',
    from: '',
    to: '',
    purpose: '',
  });
  protected readonly touched = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly faults = computed(() => faultsOf(this.draft()));
  protected readonly longest = longest;
  protected readonly choices = computed(() =>
    kinds.map((value) => ({
      value,
      label: this.say.it(`audit.export.scopes.${value}`),
      text: this.say.it(`audit.export.scopeTexts.${value}`),
    })),
  );
  protected readonly crumbs = computed(() =>
    this.words.crumbs(
      { label: this.say.it('audit.export.heading'), link: '/audit/exports' },
      { label: this.say.it('audit.export.new') },
    ),
  );
  /** One for as long as the page is open: a lost answer and a second click ask once. */
  private readonly key = newKey();

  constructor() {
    effect(() => {
      const contractId = this.contract();
      if (contractId) untracked(() => this.write({ kind: 'contract', contractId }));
    });
  }

  protected write(change: Partial<Draft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }
  protected choose(kind: string): void {
    const known = kinds.find((one) => one === kind);
    if (known) this.write({ kind: known });
  }
  protected wrong(field: Fault) {
    return this.faults().has(field) ? [{ kind: 'required', message: '' }] : [];
  }
  protected ask(event: Event): void {
    event.preventDefault();
    this.touched.set(true);
    if (this.busy() || this.faults().size > 0) return;
    this.busy.set(true);
    this.problem.set(null);
    this.api.request(wishOf(this.draft()), this.key).subscribe({
      next: ({ id }) => void this.router.navigate(['/audit/exports', id]),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
