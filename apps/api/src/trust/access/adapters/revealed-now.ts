import { Database } from '@kernel/database';
import { Vouches, type Standing, type Voucher } from '@kernel/standings';
import { isStaffRole } from '@wire/duties';
import type { Rule, Subject } from '@wire/permissions';
import { Injectable } from '@nestjs/common';

interface Row {
  readonly subject: Subject;
  readonly subject_id: string;
  readonly fields: string[];
  readonly until: Date;
}

/** Vouches for what was revealed to somebody of staff and is still open. */
@Injectable()
@Vouches()
export class RevealedNow implements Voucher {
  constructor(private readonly database: Database) {}

  async vouch(staffId: string, before: Standing | null): Promise<Standing | null> {
    if (!before?.roles.some(isStaffRole)) return before;
    const rows = await this.database.query<Row>(
      'select subject, subject_id, fields, until from reveals where staff_id = $1 and until > now()',
      [staffId],
      'access.revealed',
    );
    const rules = rows.map(({ subject, subject_id: id, fields }): Rule => {
      return { action: 'inspect', subject, fields, conditions: { id } };
    });
    const ends = rows.map(({ until }) => until.getTime());
    const until = Math.min(before.until ?? Infinity, ...ends);
    return { ...before, rules: [...before.rules, ...rules], ...(until < Infinity && { until }) };
  }
}
