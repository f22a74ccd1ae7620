import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { type ChooseNotice, noticeChannels, type NoticeChoices } from '@wire/notifications';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { CheckField } from '@ui/form/check-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { NoticesApi } from './notices.api';
import { TextsCard } from './texts-card';

type Topic = NoticeChoices['topics'][number];

/** What one is told by which way. Saved as it is chosen, and taken back as easily. */
@Component({
  selector: 'app-notices',
  imports: [
    Card,
    CheckField,
    ErrorState,
    ErrorSummary,
    PageHeader,
    RouterLink,
    Skeleton,
    TextsCard,
    TranslatePipe,
  ],
  templateUrl: './notices.html',
  styleUrl: './notices.scss',
})
export class Notices {
  private readonly api = inject(NoticesApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  protected readonly channels = noticeChannels;
  protected readonly asked = answer(() => this.api.mine());
  /** What was chosen since, at once; the server's answer takes its place. */
  private readonly since = signal<NoticeChoices | null>(null);
  protected readonly now = computed(() => this.since() ?? this.asked.value());
  protected readonly problem = signal<Problem | null>(null);
  private underWay = 0;

  /** Whether more than codes was chosen to come by text. */
  protected readonly isTexted = computed(() =>
    (this.now()?.topics ?? []).some((one) => {
      const cell = this.cell(one, 'sms');
      return cell?.wanted === true && !cell.locked;
    }),
  );

  protected cell({ channels }: Topic, channel: ChooseNotice['channel']) {
    return channels.find((one) => one.channel === channel);
  }
  protected choose(choice: ChooseNotice): void {
    const before = this.now();
    if (!before) return;
    this.problem.set(null);
    this.since.set(changed(before, choice));
    this.underWay += 1;
    this.api.choose(choice).subscribe({
      next: (now) => {
        this.underWay -= 1;
        // An answer to an earlier choice knows nothing of the one that is under way.
        if (this.underWay === 0) this.since.set(now);
        this.told(choice);
      },
      error: (thrown: unknown) => {
        this.underWay -= 1;
        this.since.set(before);
        this.problem.set(asProblem(thrown));
      },
    });
  }

  private told(choice: ChooseNotice): void {
    const { topic, channel, wanted } = choice;
    const text = this.say.it(wanted ? 'notices.on' : 'notices.off', {
      topic: this.say.it(`notices.topics.${topic}.name`),
      channel: this.say.it(`notices.channels.${channel}`),
    });
    this.toasts.say({ text, undo: () => this.choose({ ...choice, wanted: !wanted }) });
  }
}

const changed = (all: NoticeChoices, { topic, channel, wanted }: ChooseNotice): NoticeChoices => ({
  ...all,
  topics: all.topics.map((one) =>
    one.topic === topic
      ? {
          ...one,
          channels: one.channels.map((cell) =>
            cell.channel === channel ? { ...cell, wanted } : cell,
          ),
        }
      : one,
  ),
});
