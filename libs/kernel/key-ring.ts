import { DiscoveryService } from '@nestjs/core';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { hashOfKey, isApiKey } from './api-key';
import { Heard } from './heard';
import { networks } from './networks';
import { reject } from './reject';
import { Wakeups } from './wakeups';

/** What a key opens: for whom, for what, from where and until when. */
export interface HeldKey {
  readonly id: string;
  readonly accountId: string;
  /** The service account that it was given to; null where its owner uses it. */
  readonly serviceId: string | null;
  readonly scopes: readonly string[];
  /** From these alone; from anywhere where there is none. */
  readonly networks: readonly string[];
  /** As milliseconds. */
  readonly until: number | null;
  /** The organisation whose directory uses it; a key of a person has none. */
  readonly organisationId?: string;
}

/** A provider that keeps keys; what one does not know another may. */
export const KeepsKeys = DiscoveryService.createDecorator();

export interface KeyKeeper {
  /** The key with this hash, unless it was revoked or is over. */
  find(hash: Buffer): Promise<HeldKey | null>;
  used(keyId: string, address: string): Promise<void>;
}

const most = 20_000;
/** "Last used" is true to the minute, and costs a write a minute. */
const notedMs = 60_000;

/**
 * Bearer keys. A request costs a hash and a look into memory; a key that is revoked is gone at once
 * here, and elsewhere as soon as it is heard.
 */
@Injectable()
export class KeyRing {
  private readonly heard: Heard<HeldKey>;
  private readonly noted = new LRUCache<string, true>({ max: most, ttl: notedMs });

  constructor(
    private readonly discovery: DiscoveryService,
    wakeups: Wakeups,
  ) {
    this.heard = new Heard(wakeups, 'key');
  }

  /** Rejects api_keys.invalid and api_keys.address_refused. */
  async open(token: string, address: string): Promise<HeldKey> {
    const key = isApiKey(token) ? await this.find(hashOfKey(token)) : null;
    if (!key || (key.until !== null && key.until <= Date.now())) return reject('api_keys.invalid');
    if (key.networks.length > 0 && !networks(...key.networks)(address))
      reject('api_keys.address_refused');
    this.note(key.id, address);
    return key;
  }

  /** Keys were revoked, or run out earlier than was known. */
  changed(hashes: readonly Buffer[]): void {
    for (const hash of hashes) this.heard.changed(hash.toString('hex'));
  }

  private find(hash: Buffer): Promise<HeldKey | null> {
    return this.heard.answer(hash.toString('hex'), async () => {
      for (const keeper of this.keepers()) {
        const key = await keeper.find(hash);
        if (key) return key;
      }
      return null;
    });
  }

  /** Nobody waits for it, and a request does not fail for it. */
  private note(keyId: string, address: string): void {
    if (this.noted.has(keyId)) return;
    this.noted.set(keyId, true);
    for (const keeper of this.keepers())
      void keeper.used(keyId, address).catch(() => this.noted.delete(keyId));
  }

  private found: KeyKeeper[] | undefined;
  private keepers(): KeyKeeper[] {
    this.found ??= this.discovery
      .getProviders()
      .filter((one) => this.discovery.getMetadataByDecorator(KeepsKeys, one) !== undefined)
      .map(({ instance }) => instance as KeyKeeper);
    return this.found;
  }
}
