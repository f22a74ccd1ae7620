import { isAllowed, type Permission } from '@wire/permissions';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadersOf } from '../../../people/accounts';
import type { Circumstance, OpenApproval } from '../domain/approval';

/** What the two people may do now, whatever was true when the maker asked. */
export class ApprovalCircumstance extends Query<Circumstance> {
  constructor(
    readonly open: OpenApproval,
    readonly checkerId: string,
    readonly now: Date,
  ) {
    super();
  }
}

@QueryHandler(ApprovalCircumstance)
export class ApprovalCircumstanceHandler implements IQueryHandler<ApprovalCircumstance> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ open, checkerId, now }: ApprovalCircumstance): Promise<Circumstance> {
    const people = await this.queries.execute(new ReadersOf([open.makerId, checkerId]));
    const may = (id: string, permission: string): boolean => {
      const person = people.get(id);
      return person !== undefined && isAllowed(person, permission as Permission);
    };
    return {
      checkerId,
      now,
      checkerMay: may(checkerId, open.requiredPermission),
      makerStillMay: may(open.makerId, open.makerPermission),
    };
  }
}
