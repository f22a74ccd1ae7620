import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { ErrorState } from '@ui/error-state';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { matrixOf } from '../matrix';
import { RolesApi } from '../roles.api';

/** Every role, how many have it, and what each may do. */
@Component({
  selector: 'app-role-list',
  imports: [Button, ErrorState, PageHeader, RouterLink, Skeleton, TranslatePipe],
  templateUrl: './list.html',
  styleUrl: './list.scss',
})
export class RoleList {
  private readonly api = inject(RolesApi);
  private readonly say = inject(Say);

  protected readonly roles = answer(() => this.api.all());
  protected readonly staff = computed(
    () => this.roles.value()?.items.filter(({ isStaff }) => isStaff) ?? [],
  );
  protected readonly matrix = computed(() => matrixOf(this.staff()));
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('roles.heading') },
  ]);
}
