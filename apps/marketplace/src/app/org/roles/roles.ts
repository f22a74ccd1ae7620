import { Component, computed, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { mostRoles, type OwnRole, type OwnRoles } from '@wire/organisations';
import { orgRoles, powersOfRole } from '@wire/permissions/vocabulary';
import { EMPTY, type Observable } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Organisations } from '@ui/app/organisations';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { OrgApi } from '../org.api';
import { RemoveRoleDialog } from './remove-role-dialog';
import { RoleDialog } from './role-dialog';

/** What the roles of an organisation let people do, its own and those that every organisation has. */
@Component({
  selector: 'app-org-roles',
  imports: [
    Button,
    Card,
    EmptyState,
    ErrorState,
    PageHeader,
    RemoveRoleDialog,
    RoleDialog,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './roles.html',
  styleUrl: './roles.scss',
})
export class OrgRoles {
  private readonly api = inject(OrgApi);
  private readonly organisations = inject(Organisations);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  protected readonly id = computed(() => this.organisations.current()?.id);
  protected readonly page = answer(() => this.ask());
  /** The one that is changed; null for a new one, undefined for none. */
  protected readonly editing = signal<OwnRole | null | undefined>(undefined);
  protected readonly removing = signal<OwnRole | undefined>(undefined);
  protected readonly usual = orgRoles.map((role) => ({ role, powers: powersOfRole[role] }));
  protected readonly isFull = computed(() => (this.page.value()?.items.length ?? 0) >= mostRoles);
  protected readonly mayMake = computed(() =>
    (this.organisations.current()?.powers ?? []).includes('members'),
  );

  /** Nobody changes or removes what may more than they do. */
  protected mayChange({ powers }: OwnRole): boolean {
    const { mayGive = [] } = this.page.value() ?? {};
    return this.mayMake() && powers.every((one) => mayGive.includes(one));
  }
  protected done(what: 'saved' | 'removed'): void {
    this.editing.set(undefined);
    this.removing.set(undefined);
    this.toasts.say({ text: this.say.it(`org.ownRoles.${what}`) });
    this.page.refresh();
    void this.organisations.refresh();
  }
  private ask(): Observable<OwnRoles> {
    const id = this.id();
    return id ? this.api.roles(id) : EMPTY;
  }
}
