import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { ProposalView } from '@wire/proposals';
import { Avatar } from '@ui/avatar';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { CountryName } from '@ui/names';
import { Stars } from '@ui/stars';
import { ProposalState } from './proposal-state';

/** One proposal of the list: who, for how much, until when, and what to do with it. */
@Component({
  selector: 'app-proposal-row',
  imports: [
    Avatar,
    Button,
    Card,
    CountryName,
    Moment,
    MoneyView,
    ProposalState,
    RouterLink,
    Stars,
    TranslatePipe,
  ],
  templateUrl: './proposal-row.html',
  styleUrl: './proposal-row.scss',
})
export class ProposalRow {
  readonly of = input.required<ProposalView>();
  readonly wanted = input.required<readonly string[]>();
  readonly chosen = input(false);
  readonly busy = input(false);
  readonly picked = output();
  readonly read = output();
  readonly shortlist = output();
  readonly decline = output();
  protected readonly undecided = computed(() =>
    ['sent', 'viewed', 'shortlisted'].includes(this.of().status),
  );
  protected readonly fitting = computed(
    () => this.of().provider.skills.filter((skill) => this.wanted().includes(skill)).length,
  );
}
