import { Database } from '@kernel/database';
import { KeepsKeys, type HeldKey, type KeyKeeper } from '@kernel/key-ring';
import { Injectable } from '@nestjs/common';

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly service_id: string | null;
  readonly scopes: string[];
  readonly networks: string[];
  readonly expires_at: Date | null;
}

/** Where the ring of the kernel finds the keys. */
@Injectable()
@KeepsKeys()
export class KeyCabinet implements KeyKeeper {
  constructor(private readonly database: Database) {}

  async find(hash: Buffer): Promise<HeldKey | null> {
    const [row] = await this.database.query<Row>(
      `select id, account_id, service_id, scopes, networks, expires_at from api_keys
        where hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
      [hash],
      'api_keys.find',
    );
    if (!row) return null;
    const { id, account_id: accountId, service_id: serviceId, scopes, networks } = row;
    const until = row.expires_at?.getTime() ?? null;
    return { id, accountId, serviceId, scopes, networks, until };
  }

  async used(keyId: string, address: string): Promise<void> {
    await this.database.query(
      'update api_keys set last_used_at = now(), last_address = $2 where id = $1',
      [keyId, address],
      'api_keys.used',
    );
  }
}
