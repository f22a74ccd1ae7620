import type { Sql } from '@eventstore/record';
import { Database } from '@kernel/database';
import { Injectable } from '@nestjs/common';
import type { Assertion, Attestation, Ceremony } from '@wire/factors';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { randomUUIDv7 } from 'node:crypto';
import { Ceremonies, type Occasion } from './ceremonies';

const siteName = 'Guildhall';

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly credential_id: string;
  readonly public_key: Buffer;
  readonly counter: string;
  readonly transports: string[];
}

export interface Holder {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
}

/**
 * Passkeys, as WebAuthn has them. The user is always verified (finger, face, PIN), so that one counts
 * as two factors; a counter that goes back is a copied key and is refused.
 */
@Injectable()
export class Passkeys {
  constructor(
    private readonly database: Database,
    private readonly ceremonies: Ceremonies,
  ) {}

  /** What the browser needs to make one; those that the account has already are excluded. */
  async offer(holder: Holder, binding: string, origin: string | undefined): Promise<Ceremony> {
    const { accountId, email, name } = holder;
    const rpID = this.ceremonies.rpIdOf(origin);
    const options = await generateRegistrationOptions({
      rpName: siteName,
      rpID,
      userName: email,
      userDisplayName: name,
      userID: new TextEncoder().encode(accountId),
      attestationType: 'none',
      excludeCredentials: await this.allowed(accountId, rpID),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const occasion = { purpose: 'register', accountId, binding } as const;
    const ceremonyId = await this.ceremonies.keep(occasion, options.challenge, rpID);
    return { ceremonyId, options: { ...options } };
  }

  /** The new passkey's row; false when the answer does not fit the challenge or the site. */
  async add(
    sql: Sql,
    { accountId, binding, ceremonyId }: { accountId: string; binding: string; ceremonyId: string },
    { name, response }: { name: string; response: Attestation },
  ): Promise<boolean> {
    const occasion = { purpose: 'register', accountId, binding } as const;
    const held = await this.ceremonies.take(ceremonyId, occasion);
    if (!held) return false;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response,
      expectedChallenge: held.challenge,
      expectedOrigin: held.origins,
      expectedRPID: held.rpId,
    }).catch(() => ({ registrationInfo: undefined }));
    if (!registrationInfo) return false;
    const { credential, credentialBackedUp, credentialDeviceType } = registrationInfo;
    const rows = await sql.query(
      `insert into passkeys (id, account_id, credential_id, public_key, counter, transports, rp_id, name, synced)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
      [
        randomUUIDv7(),
        accountId,
        credential.id,
        Buffer.from(credential.publicKey),
        credential.counter,
        credential.transports ?? [],
        held.rpId,
        name,
        credentialBackedUp || credentialDeviceType === 'multiDevice',
      ],
    );
    return rows.length > 0;
  }

  /** A challenge to sign; without an account the browser offers the ones it has for this site. */
  async challenge(occasion: Occasion, origin: string | undefined): Promise<Ceremony> {
    const rpID = this.ceremonies.rpIdOf(origin);
    const { accountId } = occasion;
    const allowCredentials = accountId ? await this.allowed(accountId, rpID) : [];
    const options = await generateAuthenticationOptions({
      rpID,
      userVerification: 'required',
      allowCredentials,
    });
    const ceremonyId = await this.ceremonies.keep(occasion, options.challenge, rpID);
    return { ceremonyId, options: { ...options } };
  }

  /** Whose passkey signed the challenge; null when it is unknown, copied or somebody else's. */
  async whoSigned(
    ceremonyId: string,
    occasion: Occasion,
    response: Assertion,
  ): Promise<string | null> {
    const held = await this.ceremonies.take(ceremonyId, occasion);
    const passkey = await this.find(response.id);
    if (!held || !passkey) return null;
    if (occasion.accountId && occasion.accountId !== passkey.account_id) return null;
    const said = await verifyAuthenticationResponse({
      response: response,
      expectedChallenge: held.challenge,
      expectedOrigin: held.origins,
      expectedRPID: held.rpId,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: Number(passkey.counter),
      },
    }).catch(() => ({ verified: false as const }));
    if (!said.verified) return null;
    return this.used(passkey, said.authenticationInfo.newCounter);
  }

  async rename(accountId: string, passkeyId: string, name: string): Promise<boolean> {
    const rows = await this.database.query(
      'update passkeys set name = $3 where id = $2 and account_id = $1 returning 1',
      [accountId, passkeyId, name],
    );
    return rows.length > 0;
  }

  async remove(sql: Sql, accountId: string, passkeyId: string): Promise<boolean> {
    const rows = await sql.query(
      'delete from passkeys where id = $2 and account_id = $1 returning 1',
      [accountId, passkeyId],
    );
    return rows.length > 0;
  }

  /** Two answers with one counter: only the first counts. */
  private async used({ id, account_id, counter }: Row, next: number): Promise<string | null> {
    const rows = await this.database.query(
      `update passkeys set counter = $2, last_used_at = now() where id = $1 and counter = $3
        returning 1`,
      [id, next, counter],
    );
    return rows.length > 0 ? account_id : null;
  }

  private async find(credentialId: string): Promise<Row | undefined> {
    const [row] = await this.database.query<Row>(
      `select id, account_id, credential_id, public_key, counter, transports from passkeys
        where credential_id = $1`,
      [credentialId],
    );
    return row;
  }

  private async allowed(accountId: string, rpId: string) {
    const rows = await this.database.query<Row>(
      'select credential_id, transports from passkeys where account_id = $1 and rp_id = $2',
      [accountId, rpId],
    );
    return rows.map(({ credential_id: id, transports }) => ({ id, transports }));
  }
}
