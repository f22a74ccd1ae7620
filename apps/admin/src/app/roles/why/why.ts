import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { actions, subjects } from '@wire/permissions';
import { EMPTY } from 'rxjs';
import { Address } from '@ui/app/address';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { FilterBar } from '@ui/filter-bar';
import { FilterSelect } from '@ui/filter-select';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { RolesApi } from '../roles.api';
import { RuleWords } from '../rule-words';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who can do what, and why this person can or cannot. */
@Component({
  selector: 'app-why',
  imports: [
    Card,
    EmptyState,
    ErrorState,
    FilterBar,
    FilterSelect,
    PageHeader,
    RouterLink,
    RuleWords,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  templateUrl: './why.html',
  styleUrl: '../role/role.scss',
})
export class Why {
  private readonly api = inject(RolesApi);
  private readonly say = inject(Say);
  private readonly address = inject(Address);
  /** From the address. */
  readonly action = input<string>();
  readonly subject = input<string>();
  readonly of = input<string>();
  protected readonly wanted = computed(() => {
    const action = actions.find((one) => one === this.action());
    const subject = subjects.find((one) => one === this.subject());
    return action && subject ? { action, subject } : null;
  });

  protected readonly who = answer(() => {
    const wanted = this.wanted();
    return wanted ? this.api.who(wanted.action, wanted.subject) : EMPTY;
  });
  protected readonly why = answer(() => {
    const wanted = this.wanted();
    const id = this.of() ?? '';
    return wanted && uuid.test(id) ? this.api.why(id, wanted.action, wanted.subject) : EMPTY;
  });
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('roles.heading'), link: '/roles' },
    { label: this.say.it('roles.why.heading') },
  ]);
  protected readonly actions = computed(() => this.choices('actions', actions));
  protected readonly subjects = computed(() => this.choices('subjects', subjects));

  protected ask(change: { action?: string | null; subject?: string | null; of?: string | null }) {
    this.address.change(change);
  }
  private choices(kind: string, names: readonly string[]) {
    return names
      .map((value) => ({ value, label: this.say.it(`roles.${kind}.${value}`) }))
      .sort((one, other) => one.label.localeCompare(other.label));
  }
}
