import {
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { ruleName } from '@wire/screening';
import { Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextArea } from '@ui/form/text-area';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { RiskApi } from '../risk.api';

/** A report to the authority: written on as a draft, filed when the lead agrees, printed or taken as JSON. */
@Component({
  selector: 'app-report',
  imports: [
    Button,
    Can,
    Card,
    ErrorState,
    ErrorSummary,
    Moment,
    MoneyView,
    PageHeader,
    ProposalDialog,
    RouterLink,
    Skeleton,
    Status,
    TextArea,
    TranslatePipe,
  ],
  templateUrl: './report.html',
  styleUrl: './report.scss',
})
export class ReportPage {
  private readonly api = inject(RiskApi);
  private readonly say = inject(Say);
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly report = answer(() => this.api.report(this.id()), { keeps: true });
  protected readonly text = signal('');
  protected readonly saved = signal(false);
  protected readonly busy = signal(false);
  protected readonly filing = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly changed = computed(() => this.text() !== this.report.value()?.narrative);
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('risk.titles.alerts'), link: '/risk/alerts' },
    { label: this.say.it('risk.report.heading') },
  ]);
  protected readonly send: Send = (reason, key) => this.api.file(this.id(), reason, key);
  private readonly dialog = viewChild(ProposalDialog);

  constructor() {
    effect(() => {
      const narrative = this.report.value()?.narrative;
      if (narrative !== undefined) untracked(() => this.text.set(narrative));
    });
    effect(() => this.dialog()?.open());
  }

  protected save(): void {
    this.busy.set(true);
    this.api.write(this.id(), this.text()).subscribe({
      next: () => {
        this.busy.set(false);
        this.problem.set(null);
        this.saved.set(true);
        this.report.refresh();
      },
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
  /** A rule by its name; a listed name is itself. */
  protected named(what: string): string {
    return ruleName.safeParse(what).success ? this.say.it(`risk.rules.${what}.name`) : what;
  }
  protected print(): void {
    window.print();
  }
  protected filed(): void {
    this.filing.set(false);
    this.report.refresh();
  }
  protected download(): void {
    const blob = new Blob([JSON.stringify(this.report.value(), null, 2)], {
      type: 'application/json',
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `report-${this.id()}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
