import { sha256 } from '@eventstore/chain';
import type { Sql } from '@eventstore/record';
import type { Side } from '@wire/disputes';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { DescribeFiles, GrantFiles } from '../../../platform/files';
import type { Item } from '../domain/opening';
import { Cases } from './cases';
import { kept, type Kept } from './evidence';

/** What a side adds to a case file: words and files of its own, hashed. */
@Injectable()
export class NewEvidence {
  constructor(
    private readonly cases: Cases,
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
    private readonly keys: SubjectKeys,
  ) {}

  async of(text: string, files: readonly string[], side: Side): Promise<Kept[]> {
    const { by, now } = this.cases.circumstance;
    const frame = { by: side, authorId: by, at: now.toISOString(), source: null };
    const described = await this.queries.execute(new DescribeFiles(files));
    const stored = files.map((file) => described.get(file) ?? reject('files.not_found'));
    const body = await this.keys.seal(by, text);
    const words: Kept = {
      ...{ ...frame, id: randomUUIDv7(), kind: 'text', body, file: null },
      ...{ sha256: sha256(body).toString('hex'), size: Buffer.byteLength(text) },
    };
    return [
      ...(text === '' ? [] : [words]),
      ...stored.map((file) => kept(file, { ...frame, kind: 'file' })),
    ];
  }

  /** Lets the others in the case read the files of whoever acts. */
  async share(sql: Sql, files: readonly string[], readers: readonly string[]): Promise<void> {
    for (const reader of readers) await this.commands.execute(new GrantFiles(files, reader, sql));
  }
}

export const itemOf = ({ id, kind, file, sha256: hash, size }: Kept): Item => ({
  evidenceId: id,
  kind: kind === 'file' ? 'file' : 'text',
  sha256: hash,
  mediaType: file?.mediaType ?? 'text/plain',
  size,
});
