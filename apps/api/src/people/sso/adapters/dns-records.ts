import { CONFIG, type Config } from '../../../config';
import { reject } from '@kernel/reject';
import { Inject, Injectable } from '@nestjs/common';
import { Resolver } from 'node:dns/promises';

const timeout = 3_000;
const tries = 2;
/** There is no such name, or it has no texts. */
const empty = new Set(['ENOTFOUND', 'ENODATA']);

/** Asks the DNS itself, never a file of this machine. */
@Injectable()
export class DnsRecords {
  private readonly resolver = new Resolver({ timeout, tries });

  constructor(@Inject(CONFIG) { DNS_SERVERS: servers }: Config) {
    if (servers.length > 0) this.resolver.setServers(servers);
  }

  /** Rejects sso.dns_gone when nobody answers. */
  async textsOf(name: string): Promise<string[][]> {
    return this.resolver.resolveTxt(name).catch((error: unknown) => {
      const { code = '' } = error as { code?: string };
      return empty.has(code) ? [] : reject('sso.dns_gone');
    });
  }
}
