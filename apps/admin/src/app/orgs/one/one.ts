import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { OrgDetail } from '@wire/org-desk';
import type { Trail } from '@wire/organisations';
import { isOrgRole } from '@wire/permissions/vocabulary';
import { answer } from '@ui/app/answer';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status, type Tone } from '@ui/status';
import { Updated } from '@ui/updated';
import { OrgsApi } from '../orgs.api';

type Member = OrgDetail['members'][number];
type Step = Trail['items'][number];

const tones: Record<string, Tone> = { off: 'neutral', on: 'info', enforced: 'brand' };

/** One organisation: who is in it, how they come in, and what happened there. */
@Component({
  selector: 'app-org-page',
  imports: [
    Card,
    Cell,
    DataGrid,
    ErrorState,
    Moment,
    PageHeader,
    RouterLink,
    Skeleton,
    Status,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './one.html',
  styleUrl: './one.scss',
})
export class OrgPage {
  private readonly api = inject(OrgsApi);
  private readonly say = inject(Say);
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly one = answer(() => this.api.one(this.id()));
  protected readonly sso = answer(() => this.api.sso(this.id()));
  protected readonly scim = answer(() => this.api.scim(this.id()));
  protected readonly trail = listing<Step>((after) => this.api.trail(this.id(), after));
  protected readonly members = {
    rows: () => this.one.value()?.members,
    problem: this.one.problem,
    load: () => this.one.load(),
  };
  protected readonly tone = computed(() => tones[this.sso.value()?.state ?? 'off'] ?? 'neutral');
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('orgs.heading'), link: '/orgs' },
    { label: this.one.value()?.name ?? this.say.it('orgs.one') },
  ]);
  private readonly memberColumn = columnsFrom<Member>('orgs.columns');
  protected readonly memberColumns = computed((): Column<Member>[] => [
    this.memberColumn('member', ({ person }) => person.name, { card: 'title' }),
    this.memberColumn('role', ({ role }) =>
      isOrgRole(role) ? this.say.it(`orgs.roles.${role}`) : role,
    ),
    this.memberColumn('workspace', (row) => row.workspace ?? this.say.it('orgs.allTeams')),
    this.memberColumn('joinedAt', ({ joinedAt }) => joinedAt),
  ]);
  private readonly trailColumn = columnsFrom<Step>('orgs.columns');
  protected readonly trailColumns = computed((): Column<Step>[] => [
    this.trailColumn('what', ({ what }) => this.say.it(`orgs.facts.${what}`), { card: 'title' }),
    this.trailColumn('by', ({ by, byDirectory }) =>
      byDirectory ? this.say.it('orgs.directory') : (by?.name ?? '–'),
    ),
    this.trailColumn('whom', ({ whom }) => whom?.name ?? '–'),
    this.trailColumn('at', ({ at }) => at),
  ]);
  protected readonly memberId = ({ person }: Member): string => person.id;
  protected readonly stepId = ({ id }: Step): string => id;
}
