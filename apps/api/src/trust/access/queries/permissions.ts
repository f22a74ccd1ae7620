import type { findWho, findWhy, whoMay, whyMay } from '@wire/access';
import { permits, roles, rulesFor, staffRoles, type Role } from '@wire/permissions';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { ReadersOf, StaffOf } from '../../../people/accounts';
import { toRule } from './roles';

/** Which roles may do something, and who of staff has one of them. */
export class WhoMay extends Query<z.infer<typeof whoMay>> {
  constructor(readonly asked: z.infer<typeof findWho>) {
    super();
  }
}

/** Whether somebody may do something, and which rule says so; or which roles would. */
export class WhyMay extends Query<z.infer<typeof whyMay>> {
  constructor(readonly asked: z.infer<typeof findWhy>) {
    super();
  }
}

const able = ({ action, subject }: z.infer<typeof findWho>): Role[] =>
  roles.filter((role) => permits({ id: '', roles: [role] }, action, subject));

@QueryHandler(WhoMay)
export class WhoMayHandler implements IQueryHandler<WhoMay> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ asked }: WhoMay) {
    const allowing = able(asked);
    const ofStaff = staffRoles.filter((role) => allowing.includes(role));
    const people = await this.queries.execute(new StaffOf(ofStaff));
    return {
      roles: allowing,
      people: people.map(({ id, name, roles: own }) => ({ id, name, roles: [...own] })),
    };
  }
}

@QueryHandler(WhyMay)
export class WhyMayHandler implements IQueryHandler<WhyMay> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ asked }: WhyMay) {
    const { accountId, action, subject } = asked;
    const found = (await this.queries.execute(new ReadersOf([accountId]))).get(accountId);
    const { id, name, roles: own } = found ?? reject('accounts.not_found');
    const speaking = rulesFor({ id, roles: own }).filter(
      ({ rule }) =>
        [rule.action].flat().includes(action) && [rule.subject].flat().includes(subject),
    );
    return {
      account: { id, name },
      roles: [...own],
      isAllowed: permits({ id, roles: own }, action, subject),
      rules: speaking.map(({ rule, of }) => ({ ...toRule(rule), of })),
      wouldAllow: able(asked),
    };
  }
}
