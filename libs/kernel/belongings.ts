import type { Sql } from '@eventstore/record';
import { DiscoveryService } from '@nestjs/core';
import { Injectable } from '@nestjs/common';

/** A provider with `tablesOf(sql, subject)`: what its context keeps about a person, for that person. */
export const Tells = DiscoveryService.createDecorator<string>();

export type Line = Readonly<Record<string, unknown>>;

export interface Table {
  readonly name: string;
  readonly lines: readonly Line[];
}

interface Telling {
  tablesOf(sql: Sql, subject: string): Promise<Table[]>;
}

/** One table per question; `$1` is the person. */
export async function tablesFrom(
  sql: Sql,
  subject: string,
  questions: Readonly<Record<string, string>>,
): Promise<Table[]> {
  const tables: Table[] = [];
  for (const [name, question] of Object.entries(questions))
    tables.push({ name, lines: await sql.query<Line>(question, [subject]) });
  return tables;
}

/** Everything that the house keeps about a person, context by context. */
@Injectable()
export class Belongings {
  constructor(private readonly discovery: DiscoveryService) {}

  async of(sql: Sql, subject: string): Promise<{ context: string; tables: Table[] }[]> {
    const parts: { context: string; tables: Table[] }[] = [];
    for (const wrapper of this.discovery.getProviders()) {
      const context = this.discovery.getMetadataByDecorator(Tells, wrapper);
      if (context === undefined) continue;
      parts.push({ context, tables: await (wrapper.instance as Telling).tablesOf(sql, subject) });
    }
    return parts.sort((a, b) => a.context.localeCompare(b.context));
  }
}
