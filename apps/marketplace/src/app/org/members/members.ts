import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { OrganisationView } from '@wire/organisations';
import { EMPTY, type Observable } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Organisations } from '@ui/app/organisations';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Avatar } from '@ui/avatar';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { ErrorState } from '@ui/error-state';
import { SelectField } from '@ui/form/select-field';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { ProblemWords } from '@ui/problem-words';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { OrgApi } from '../org.api';
import { placeable, roleWord } from '../role-words';
import { InviteDialog } from './invite-dialog';

type Member = OrganisationView['members'][number];

/** Who is in the organisation, as what, and who is asked to come. */
@Component({
  selector: 'app-org-members',
  imports: [
    Avatar,
    Button,
    Card,
    ErrorState,
    InviteDialog,
    Moment,
    PageHeader,
    SelectField,
    Skeleton,
    TranslatePipe,
  ],
  providers: [ProblemWords],
  templateUrl: './members.html',
  styleUrl: './members.scss',
})
export class OrgMembers {
  private readonly api = inject(OrgApi);
  private readonly organisations = inject(Organisations);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirmation);
  private readonly words = inject(ProblemWords);

  protected readonly id = computed(() => this.organisations.current()?.id);
  protected readonly page = answer(() => this.ask());
  protected readonly me = computed(() => this.session.viewer()?.id);
  protected readonly governs = computed(() =>
    (this.page.value()?.powers ?? []).includes('members'),
  );
  protected readonly inviting = signal(false);
  protected readonly roles = computed(() => placeable(this.say, this.page.value()?.roles ?? []));
  protected readonly seats = computed(() => {
    const { members, invitations, seats } = this.page.value() ?? {};
    if (!members || !invitations) return '';
    const taken = members.length + invitations.length;
    return this.say.it('org.members.seats', { taken, seats: seats ?? 0 });
  });

  protected word(role: string): string {
    return roleWord(this.say, role, this.page.value()?.roles ?? []);
  }
  protected change({ person, workspaceId }: Member, role: string): void {
    const to = { role, workspaceId };
    this.run(this.api.changeMember(this.id() ?? '', person.id, to), 'org.members.changed');
  }
  protected async remove({ person }: Member): Promise<void> {
    const isMe = person.id === this.me();
    const what = isMe ? 'leave' : 'remove';
    if (!(await this.sure(what, person.name))) return;
    this.run(this.api.remove(this.id() ?? '', person.id), `org.${what}.done`);
    if (isMe) await this.router.navigateByUrl('/');
  }
  protected async handOver({ person }: Member): Promise<void> {
    if (!(await this.sure('transfer', person.name))) return;
    this.run(this.api.transfer(this.id() ?? '', person.id), 'org.transfer.done');
  }
  protected sent(): void {
    this.inviting.set(false);
    this.toasts.say({ text: this.say.it('org.invite.sent') });
    this.page.refresh();
  }
  protected resend(invitationId: string): void {
    this.run(this.api.resend(this.id() ?? '', invitationId), 'org.invite.sent');
  }
  protected revoke(invitationId: string): void {
    this.run(this.api.revoke(this.id() ?? '', invitationId), 'org.invite.revoked');
  }

  private ask(): Observable<OrganisationView> {
    const id = this.id();
    return id ? this.api.organisation(id) : EMPTY;
  }
  private sure(what: 'leave' | 'remove' | 'transfer', name: string): Promise<boolean> {
    const word = (key: string) => this.say.it(`org.${what}.${key}`, { name });
    const [heading, text, verb] = [word('heading'), word('text'), word('verb')];
    return this.confirm.ask({ heading, text, verb, danger: what !== 'transfer' });
  }
  private run(asked: Observable<unknown>, done: string): void {
    asked.subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it(done) });
        this.page.refresh();
        void this.organisations.refresh();
      },
      error: (thrown: unknown) => {
        this.toasts.fail(this.words.transform(asProblem(thrown)));
        this.page.refresh();
      },
    });
  }
}
