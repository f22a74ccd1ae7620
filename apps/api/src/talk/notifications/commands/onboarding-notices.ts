import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { OnboardingEvent } from '../../../market/onboarding';
import { MembersWho } from '../../../people/organisations';
import { links } from '../domain/links';
import type { Notice, NoticeKind } from '../domain/notices';

type Said = {
  readonly [Type in OnboardingEvent['type']]?: (
    data: Extract<OnboardingEvent, { type: Type }>['data'],
  ) => Notice[] | Promise<Notice[]>;
};
interface Sides {
  readonly onboardingId: string;
  readonly organisationId: string;
  readonly providerId: string;
}

/** Who has tasks to do, and who has to look at what was done. */
@Injectable()
export class OnboardingNotices {
  constructor(private readonly queries: QueryBus) {}

  readonly said: Said = {
    OnboardingBegun: (sides) => toProvider('org_onboarding_begun', sides),
    OnboardingTaskHandedIn: ({ reviewed, ...sides }) =>
      reviewed ? this.toHouse('org_onboarding_handed_in', sides) : [],
    OnboardingTaskReturned: ({ dueAt, ...sides }) =>
      toProvider('org_onboarding_returned', sides, dueAt),
    OnboardingTaskNears: ({ dueAt, ...sides }) => toProvider('org_onboarding_due', sides, dueAt),
    OnboardingDone: (sides) => this.toHouse('org_onboarding_done', sides),
  };

  private async toHouse(kind: NoticeKind, sides: Sides): Promise<Notice[]> {
    const { organisationId, providerId: other, onboardingId } = sides;
    const people = await this.queries.execute(new MembersWho(organisationId, ['owner', 'admin']));
    const link = links.orgOnboarding(onboardingId);
    return people.map((to) => ({ kind, to, link, about: { organisationId, other } }));
  }
}

function toProvider(kind: NoticeKind, sides: Sides, deadline?: string): Notice[] {
  const { providerId: to, organisationId, onboardingId } = sides;
  const about = { organisationId, ...(deadline && { deadline }) };
  return [{ kind, to, link: links.onboarding(onboardingId), about }];
}
