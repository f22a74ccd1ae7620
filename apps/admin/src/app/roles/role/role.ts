import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { isStaffRole } from '@wire/duties';
import { type Role, staffRoles } from '@wire/permissions';
import { EMPTY, switchMap } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { FilterBar } from '@ui/filter-bar';
import { PageHeader } from '@ui/page-header';
import { ProblemWords } from '@ui/problem-words';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { RolesApi } from '../roles.api';
import { RuleWords } from '../rule-words';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One role: its rules, its people, and what giving it to somebody would change. */
@Component({
  selector: 'app-role',
  imports: [
    Card,
    EmptyState,
    ErrorState,
    FilterBar,
    PageHeader,
    ProblemWords,
    RouterLink,
    RuleWords,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  templateUrl: './role.html',
  styleUrl: './role.scss',
})
export class RolePage {
  private readonly api = inject(RolesApi);
  private readonly say = inject(Say);
  private readonly router = inject(Router);
  /** From the address: the role, and the id of an account that would have it. */
  readonly role = input.required<string>();
  readonly of = input<string>();

  protected readonly detail = answer(() => this.api.one(this.role()));
  protected readonly isStaff = computed(() => staffRoles.some((one) => one === this.role()));
  protected readonly change = answer(() => {
    const id = this.of() ?? '';
    const wanted = staffRoles.find((one) => one === this.role());
    if (!uuid.test(id) || !wanted) return EMPTY;
    // What they have is only known to the server: asked for first, then with this role as well.
    return this.api
      .change(id, [])
      .pipe(switchMap(({ before }) => this.api.change(id, this.toggled(before, wanted))));
  });
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('roles.heading'), link: '/roles' },
    { label: this.say.it(`shell.roles.${this.role()}`) },
  ]);

  protected find(of: string): void {
    void this.router.navigate([], { queryParams: { of: of.trim() || null }, replaceUrl: true });
  }
  /** Given to who does not have it, taken from who has it. */
  private toggled(before: readonly Role[], role: Role): Role[] {
    const staff = before.filter(isStaffRole);
    return staff.some((one) => one === role)
      ? staff.filter((one) => one !== role)
      : [...staff, role];
  }
}
