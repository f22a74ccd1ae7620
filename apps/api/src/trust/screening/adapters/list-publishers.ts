import type { ListSource } from '@wire/screening';
import { Outgoing, OutgoingRefused } from '@kernel/outgoing';
import { Inject, Injectable } from '@nestjs/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../../config';

/** What a publisher said of a list when it was asked last. */
export interface Marks {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  | { readonly kind: 'unchanged' }
  | ({ readonly kind: 'file'; readonly file: string; readonly folder: string } & Marks);

/** Why there is no list: a word for whoever has to look. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';

  constructor(readonly why: string) {
    super(why);
  }
}

const files: Record<ListSource, string> = {
  ofac: 'sdn.xml',
  eu: 'eu.xml',
  un: 'un.xml',
  pep: 'targets.simple.csv',
};
const mostBytes = 1_073_741_824;
const patienceMs = 10 * 60_000;
/** OFAC's own address answers with another one, where the file lies. */
const mostRedirects = 3;

/** Asks the publishers of lists over HTTP; a list that is as it was is not sent again. */
@Injectable()
export class ListPublishers {
  private readonly outgoing: Outgoing;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const allowed = config.OUTGOING_ALLOWED;
    this.outgoing = new Outgoing({ allowed, timeoutMs: patienceMs, maxBytes: mostBytes });
  }

  addressOf(source: ListSource): string | undefined {
    const { config } = this;
    return {
      ofac: config.SCREENING_OFAC_URL,
      eu: config.SCREENING_EU_URL,
      un: config.SCREENING_UN_URL,
      pep: config.SCREENING_PEP_URL,
    }[source];
  }

  /** Whoever is given a file throws its folder away. @throws NotFetched */
  async fetch(source: ListSource, address: string, known: Marks): Promise<Fetched> {
    const folder = await mkdtemp(join(tmpdir(), 'guildhall-list-'));
    const file = join(folder, files[source]);
    try {
      const { status, headers } = await this.follow(address, file, known);
      if (status === 200) {
        const { etag = null, 'last-modified': lastModified = null } = headers;
        return { kind: 'file', file, folder, etag, lastModified };
      }
      if (status === 304) await rm(folder, { recursive: true });
      if (status === 304) return { kind: 'unchanged' };
      throw new NotFetched(`http_${String(status)}`);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error instanceof OutgoingRefused ? new NotFetched(error.code) : error;
    }
  }

  /** Every address on the way is looked at like the first one. */
  private async follow(address: string, file: string, known: Marks) {
    const asked = {
      ...(known.etag !== null && { 'if-none-match': known.etag }),
      ...(known.lastModified !== null && { 'if-modified-since': known.lastModified }),
    };
    let next = address;
    for (let turn = 0; turn <= mostRedirects; turn += 1) {
      const answer = await this.outgoing.download(next, file, asked);
      const { location } = answer.headers;
      if (![301, 302, 303, 307, 308].includes(answer.status) || !location) return answer;
      next = new URL(location, next).href;
    }
    throw new NotFetched('redirects');
  }
}
