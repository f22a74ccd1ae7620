import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { tiers } from '@wire/verification';
import { answer } from '@ui/app/answer';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status, type Tone } from '@ui/status';
import { PayoutMeter } from '@ui/payout-meter';
import { SendPapers } from './send-papers';
import { VerificationApi } from './verification.api';

const tones: Record<string, Tone> = {
  approved: 'brand',
  rejected: 'danger',
  need_info: 'attention',
  expired: 'attention',
};

/** How far I am known, what that opens, what became of my papers, and the way to send others. */
@Component({
  selector: 'app-verification',
  imports: [
    Card,
    ErrorState,
    Moment,
    PageHeader,
    PayoutMeter,
    RouterLink,
    SendPapers,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  templateUrl: './verification.html',
  styleUrl: './verification.scss',
})
export class VerificationSettings {
  private readonly api = inject(VerificationApi);
  private readonly say = inject(Say);
  protected readonly mine = answer(() => this.api.mine());
  protected readonly tiers = tiers;
  protected readonly tone = computed(
    () => tones[this.mine.value()?.current?.state ?? ''] ?? 'info',
  );
  protected readonly limit = computed(() => {
    const value = this.mine.value();
    return value ? this.say.money(value.payoutLimit) : '';
  });
  /** Nothing is under way, and there is a tier to gain. */
  protected readonly maySend = computed(() => {
    const value = this.mine.value();
    if (!value || value.tier === 'T3') return false;
    const state = value.current?.state ?? 'none';
    return !['checking', 'review', 'second_look'].includes(state);
  });

  constructor() {
    pulse(5_000).subscribe(() => this.mine.refresh());
  }

  protected has(tier: (typeof tiers)[number]): boolean {
    return tiers.indexOf(this.mine.value()?.tier ?? 'T0') >= tiers.indexOf(tier);
  }
}
