import type { Sql } from '@eventstore/record';
import { Database } from '@kernel/database';
import type { FieldAsked, FilledField, GivenValues } from '@wire/org-fields';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { fieldsOf } from '../adapters/field-rows';
import { filledIn } from '../domain/fields';

/**
 * For other contexts: what somebody gave for the fields of an organisation, as it is to be kept. Rejects
 * organisations.field_missing and organisations.field_invalid, with the label of the field.
 */
export class FilledIn extends Query<FilledField[]> {
  constructor(
    readonly organisationId: string,
    readonly asked: FieldAsked,
    readonly given: GivenValues,
    /** Of the caller's transaction, where it is in one. */
    readonly sql: Sql | null = null,
  ) {
    super();
  }
}

@QueryHandler(FilledIn)
export class FilledInHandler implements IQueryHandler<FilledIn> {
  constructor(private readonly database: Database) {}

  async execute({ organisationId, asked, given, sql }: FilledIn): Promise<FilledField[]> {
    return filledIn(await fieldsOf(sql ?? this.database, organisationId), asked, given);
  }
}
