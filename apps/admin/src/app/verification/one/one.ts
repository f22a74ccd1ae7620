import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { TimeLeft } from '@ui/time-left';
import { Updated } from '@ui/updated';
import { VerificationApi } from '../verification.api';
import { VerificationStatus } from '../verification-state';
import { Decide } from './decide';
import { PaperView } from './paper-view';
import { RegisterCard } from './register-card';

/** The papers of one person beside what was typed and what was read, and the decision about them. */
@Component({
  selector: 'app-verification',
  imports: [
    Can,
    Card,
    Decide,
    ErrorState,
    Moment,
    PageHeader,
    PaperView,
    RegisterCard,
    RouterLink,
    Skeleton,
    TimeLeft,
    TranslatePipe,
    Updated,
    VerificationStatus,
  ],
  templateUrl: './one.html',
  styleUrl: './one.scss',
})
export class One {
  private readonly api = inject(VerificationApi);
  private readonly say = inject(Say);
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly one = answer(() => this.api.one(this.id()));
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('verification.heading'), link: '/verification' },
    { label: this.one.value()?.account.name ?? this.say.it('verification.one') },
  ]);
  /** What was typed beside what was read; a difference is said, not only coloured. */
  protected readonly rows = computed(() => {
    const value = this.one.value();
    if (!value) return [];
    const { stated, extracted: read } = value;
    const row = (field: string, typed: string, found = '') => ({
      field,
      typed: typed || '–',
      found: found || '–',
      differs: typed !== '' && found !== '' && typed.toLowerCase() !== found.toLowerCase(),
    });
    return [
      row('name', stated.legalName, read?.name),
      row('birth', stated.birthDate, read?.birthDate),
      { ...row('country', stated.country, read?.country), differs: false },
      row('number', '', read?.documentNumber),
      row('validUntil', '', read?.validUntil),
    ];
  });

  constructor() {
    pulse(10_000).subscribe(() => this.one.refresh());
  }
}
