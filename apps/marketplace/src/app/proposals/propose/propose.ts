import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { keeps } from '@ui/app/keep';
import { Live } from '@ui/app/live';
import type { Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Uploads } from '@ui/app/uploads';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { FeeReceipt } from '@ui/fee-receipt';
import { FileList } from '@ui/file-list';
import { CheckField } from '@ui/form/check-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { FileField } from '@ui/form/file-field';
import { TextArea } from '@ui/form/text-area';
import { Icon } from '@ui/icon';
import { MoneyText } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import type { FileView } from '@wire/files';
import { MilestoneEditor } from '../editor/milestone-editor';
import { emptyProposal, formOf, missingIn, proposalOf, totalOf } from '../editor/proposal-form';
import { receiptOf } from '../editor/receipt';
import { ProposalPages, ProposalsAnswered, proposalsFeature } from '../proposals.store';

/** Writing a proposal, or changing one that nobody has decided on; what arrives is said before sending. */
@Component({
  selector: 'app-propose',
  imports: [
    Button,
    Card,
    CheckField,
    ErrorState,
    ErrorSummary,
    FeeReceipt,
    FileField,
    FileList,
    Icon,
    MilestoneEditor,
    MoneyText,
    PageHeader,
    RouterLink,
    Skeleton,
    TextArea,
    TranslatePipe,
  ],
  templateUrl: './propose.html',
  styleUrl: './propose.scss',
})
export class Propose {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  /** A new proposal on this job, or … */
  readonly jobId = input<string>();
  /** … the one to change. */
  readonly id = input<string>();

  private readonly remoteJob = this.store.selectSignal(proposalsFeature.selectJob);
  private readonly remoteProposal = this.store.selectSignal(proposalsFeature.selectProposal);
  protected readonly busy = this.store.selectSignal(proposalsFeature.selectBusy);
  protected readonly refusal = this.store.selectSignal(proposalsFeature.selectProblem);
  protected readonly proposal = computed(() => {
    const { value } = this.remoteProposal();
    return value?.id === this.id() ? value : null;
  });
  protected readonly job = computed(() => {
    const { value } = this.remoteJob();
    const wanted = this.jobId() ?? this.proposal()?.jobId;
    return value?.id === wanted ? value : null;
  });
  protected readonly failed = computed(
    () => this.remoteJob().problem ?? this.remoteProposal().problem,
  );
  protected readonly form = signal(emptyProposal);
  protected readonly tried = signal(false);
  protected readonly uploading = signal(false);
  protected readonly needed = [{ kind: 'required' }];
  protected readonly upload = inject(Uploads).send('proposal');
  /** Stored before the page was opened; the field only knows what it sent itself. */
  protected readonly before = signal<readonly FileView[]>([]);
  private readonly sent = signal<readonly FileView[]>([]);
  private readonly keep = keeps(this.form);

  private readonly questions = computed(() => this.job()?.questions.length ?? 0);
  protected readonly missing = computed(() => missingIn(this.form(), this.questions()));
  protected readonly total = computed(() => totalOf(this.form()));
  protected readonly receipt = computed(() => {
    const amounts = this.form().milestones.flatMap(({ amount }) => (amount ? [amount] : []));
    return amounts.length > 0 ? receiptOf(amounts, this.say) : null;
  });
  protected readonly problem = computed((): Problem | null => {
    if (!this.tried() || this.missing().length === 0) return this.refusal();
    const message = this.say.it('ui.errors.required');
    const errors = this.missing().map((path) => ({ path, code: 'required', message }));
    return { status: 422, code: 'proposals.incomplete', title: '', errors };
  });
  protected readonly labels = computed(() => this.namesOfPaths());

  constructor() {
    const live = inject(Live);
    effect(() => {
      this.id();
      this.jobId();
      untracked(() => this.open());
    });
    effect((undo) => {
      const jobId = this.jobId();
      if (!jobId) return;
      untracked(() => this.takeUp(`propose/${jobId}`));
      const watching = live
        .changes(`job:${jobId}`)
        .subscribe(() => this.store.dispatch(ProposalPages.jobChanged({ jobId })));
      undo(() => watching.unsubscribe());
    });
    effect(() => {
      const proposal = this.proposal();
      if (proposal && this.id()) untracked(() => this.fill(formOf(proposal)));
    });
    inject(Actions)
      .pipe(ofType(ProposalsAnswered.sent, ProposalsAnswered.edited), takeUntilDestroyed())
      .subscribe(() => this.keep.forget());
  }

  protected open(): void {
    const [id, jobId] = [this.id(), this.jobId()];
    if (id) this.store.dispatch(ProposalPages.opened({ id }));
    else if (jobId) this.store.dispatch(ProposalPages.proposeOpened({ jobId }));
  }
  protected change(to: Partial<typeof emptyProposal>): void {
    this.form.update((form) => ({ ...form, ...to }));
  }
  protected answer(at: number, text: string): void {
    const answers = Array.from({ length: this.questions() }, (_, index) =>
      index === at ? text : (this.form().answers[index] ?? ''),
    );
    this.change({ answers });
  }
  protected attach(sent: readonly FileView[]): void {
    this.sent.set(sent);
    this.change({ attachments: [...this.before(), ...sent] });
  }
  protected detach(id: string): void {
    this.before.update((all) => all.filter((each) => each.id !== id));
    this.change({ attachments: [...this.before(), ...this.sent()] });
  }
  protected send(): void {
    this.tried.set(true);
    const [job, id] = [this.job(), this.id()];
    if (!job || this.missing().length > 0 || this.uploading()) return;
    const proposal = proposalOf(this.form(), this.questions());
    this.store.dispatch(
      id ? ProposalPages.edit({ id, proposal }) : ProposalPages.submit({ jobId: job.id, proposal }),
    );
  }

  private fill(form: typeof emptyProposal): void {
    this.form.set(form);
    this.before.set(form.attachments);
  }
  private takeUp(key: string): void {
    this.keep.under(key);
    this.before.set(this.form().attachments);
  }
  private namesOfPaths(): Record<string, string> {
    const milestones = this.form().milestones.flatMap((_, at) => {
      const name = this.say.it('proposals.milestone.name', { number: at + 1 });
      return (['title', 'amount', 'days'] as const).map((field) => [
        `milestones.${at}.${field}`,
        `${name}, ${this.say.it(`proposals.milestone.${field}`)}`,
      ]);
    });
    const answers = (this.job()?.questions ?? []).map((question, at) => [
      `answers.${at}`,
      question,
    ]);
    const letter = ['coverLetter', this.say.it('proposals.fields.coverLetter')];
    return Object.fromEntries([letter, ...milestones, ...answers]) as Record<string, string>;
  }
}
