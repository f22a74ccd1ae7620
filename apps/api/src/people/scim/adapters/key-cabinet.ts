import { Database } from '@kernel/database';
import { KeepsKeys, type HeldKey, type KeyKeeper } from '@kernel/key-ring';
import { ofOrganisations } from '@wire/permissions';
import { Injectable } from '@nestjs/common';

interface Row {
  readonly id: string;
  readonly organisation_id: string;
  readonly created_by: string;
  readonly expires_at: Date | null;
}

/** Where the ring of the kernel finds the keys of directories. */
@Injectable()
@KeepsKeys()
export class ScimCabinet implements KeyKeeper {
  constructor(private readonly database: Database) {}

  async find(hash: Buffer): Promise<HeldKey | null> {
    const [row] = await this.database.query<Row>(
      `select id, organisation_id, created_by, expires_at from scim_keys
        where hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
      [hash],
      'scim.find',
    );
    if (!row) return null;
    const { id, organisation_id: organisationId, created_by: accountId } = row;
    const until = row.expires_at?.getTime() ?? null;
    const scopes = [ofOrganisations];
    return { id, accountId, organisationId, serviceId: null, scopes, networks: [], until };
  }

  async used(keyId: string, address: string): Promise<void> {
    await this.database.query(
      'update scim_keys set last_used_at = now(), last_address = $2 where id = $1',
      [keyId, address],
      'scim.used',
    );
  }
}
