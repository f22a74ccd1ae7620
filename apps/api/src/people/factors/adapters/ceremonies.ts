import { CONFIG, type Config } from '../../../config';
import { Database } from '@kernel/database';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';

const lifeSeconds = 300;

/** What a challenge is for: it is good for nothing and nobody else. */
export interface Occasion {
  readonly purpose: 'register' | 'prove' | 'log_in';
  readonly accountId: string | null;
  /** The session or the log-in ticket that asked. */
  readonly binding: string | null;
}

export interface Held {
  readonly challenge: string;
  readonly rpId: string;
  /** The pages whose browser may answer. */
  readonly origins: string[];
}

/** Challenges for passkeys: kept until they are answered or five minutes old, and answered once. */
@Injectable()
export class Ceremonies {
  private readonly pages: readonly URL[];

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) { PUBLIC_URL, ADMIN_URL }: Config,
  ) {
    this.pages = [new URL(PUBLIC_URL), new URL(ADMIN_URL)];
  }

  /** The site that a page of ours belongs to; the marketplace where the origin is not ours. */
  rpIdOf(origin: string | undefined): string {
    const page = this.pages.find((one) => one.origin === origin) ?? this.pages[0];
    return page?.hostname ?? '';
  }

  async keep(occasion: Occasion, challenge: string, rpId: string): Promise<string> {
    const ceremonyId = randomUUIDv7();
    const { purpose, accountId, binding } = occasion;
    await this.database.query('delete from ceremonies where expires_at < now()');
    await this.database.query(
      `insert into ceremonies (id, purpose, account_id, binding, challenge, rp_id, expires_at)
        values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))`,
      [ceremonyId, purpose, accountId, binding, challenge, rpId, lifeSeconds],
    );
    return ceremonyId;
  }

  /** Gone with the first answer, right or wrong. */
  async take(ceremonyId: string, occasion: Occasion): Promise<Held | null> {
    const [row] = await this.database.query<{ challenge: string; rp_id: string }>(
      `delete from ceremonies where id = $1 and purpose = $2 and expires_at > now()
          and account_id is not distinct from $3::uuid and binding is not distinct from $4
        returning challenge, rp_id`,
      [ceremonyId, occasion.purpose, occasion.accountId, occasion.binding],
    );
    if (!row) return null;
    const { challenge, rp_id: rpId } = row;
    const ours = this.pages.filter(({ hostname }) => hostname === rpId);
    return { challenge, rpId, origins: ours.map(({ origin }) => origin) };
  }
}
