import { Component, computed, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { OwnRoles } from '@wire/organisations';
import type { ScimPage } from '@wire/scim';
import { type GivenRole, givenRole } from '@wire/sso';
import { EMPTY, type Observable } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Organisations } from '@ui/app/organisations';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { SelectField } from '@ui/form/select-field';
import { PageHeader } from '@ui/page-header';
import { ProblemWords } from '@ui/problem-words';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { OrgApi } from '../org.api';
import { DirectoryApi } from '../directory.api';
import { givenRoles } from '../given-roles';
import { KeyShown } from './key-shown';
import { RequestsCard } from './requests-card';
import { ScimKeysCard } from './scim-keys-card';

/** SCIM: the directory of the organisation says who is in it. */
@Component({
  selector: 'app-org-scim',
  imports: [
    Button,
    Card,
    EmptyState,
    ErrorState,
    KeyShown,
    PageHeader,
    RequestsCard,
    RouterLink,
    ScimKeysCard,
    SelectField,
    Skeleton,
    TranslatePipe,
  ],
  providers: [ProblemWords],
  templateUrl: './scim.html',
  styleUrl: '../sso/cards.scss',
})
export class OrgScim {
  protected readonly api = inject(DirectoryApi);
  private readonly orgApi = inject(OrgApi);
  private readonly organisations = inject(Organisations);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  private readonly once = viewChild(KeyShown);
  protected readonly id = computed(() => this.organisations.current()?.id);
  protected readonly page = answer(() => this.ask());
  private readonly own = answer(() => this.askRoles());
  protected readonly roles = computed(() => givenRoles(this.say));
  protected readonly mapped = computed(() => [
    { value: '', label: this.say.it('scim.groups.none') },
    ...this.roles(),
    ...(this.own.value()?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]);

  protected newcomers(role: string): void {
    const to = roleIn(role);
    if (to) this.run(this.api.defaultRole(this.id() ?? '', to), 'scim.saved');
  }
  protected map(groupId: string, role: string): void {
    this.run(this.api.mapGroup(this.id() ?? '', groupId, role || null), 'scim.saved');
  }
  protected make(days: number | null): void {
    this.shows(this.api.makeKey(this.id() ?? '', days));
  }
  protected rotate(keyId: string): void {
    this.shows(this.api.rotateKey(this.id() ?? '', keyId));
  }
  protected revoke(keyId: string): void {
    this.run(this.api.revokeKey(this.id() ?? '', keyId), 'scim.keys.revoked');
  }

  private shows(asked: Observable<{ key: string }>): void {
    asked.subscribe({
      next: ({ key }) => {
        this.once()?.show(key);
        this.page.refresh();
      },
      error: (thrown: unknown) => this.fail(thrown),
    });
  }
  private run(asked: Observable<unknown>, done: string): void {
    asked.subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it(done) });
        this.page.refresh();
      },
      error: (thrown: unknown) => this.fail(thrown),
    });
  }
  private fail(thrown: unknown): void {
    this.toasts.fail(this.words.transform(asProblem(thrown)));
    this.page.refresh();
  }
  private ask(): Observable<ScimPage> {
    const id = this.id();
    return id ? this.api.scim(id) : EMPTY;
  }
  private askRoles(): Observable<OwnRoles> {
    const id = this.id();
    return id ? this.orgApi.roles(id) : EMPTY;
  }
}

const roleIn = (text: string): GivenRole | null => givenRole.safeParse(text).data ?? null;
