import { CONFIG, type Config } from '../../../config';
import { StepUp } from '../../accounts';
import { MustGovern } from '../../organisations';
import { newApiKey } from '@kernel/api-key';
import { about, Facts } from '@kernel/facts';
import { KeyRing } from '@kernel/key-ring';
import { reject } from '@kernel/reject';
import type { ScimKeySecret } from '@wire/scim';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { keepKey, keyAt, keysOf } from '../adapters/key-rows';

const mostKeys = 5;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** For the directory. Shown now and never again. */
export class CreateScimKey extends Command<ScimKeySecret> {
  constructor(
    readonly organisationId: string,
    readonly days: number | null,
  ) {
    super();
  }
}

/** Another key; both are good until whoever runs the directory has changed over. */
export class RotateScimKey extends Command<ScimKeySecret> {
  constructor(
    readonly organisationId: string,
    readonly keyId: string,
    readonly overlapHours: number,
  ) {
    super();
  }
}

export class RevokeScimKey extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly keyId: string,
  ) {
    super();
  }
}

/** A house that stands on the sandbox says so in its keys. */
const strike = ({ NODE_ENV, ALLOW_SANDBOX }: Config): string =>
  newApiKey(NODE_ENV === 'production' && !ALLOW_SANDBOX ? 'live' : 'test');

@CommandHandler(CreateScimKey)
export class CreateScimKeyHandler implements ICommandHandler<CreateScimKey> {
  constructor(
    private readonly facts: Facts,
    private readonly stepUp: StepUp,
    private readonly queries: QueryBus,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ organisationId, days }: CreateScimKey): Promise<ScimKeySecret> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    this.stepUp.require('security');
    const id = randomUUIDv7();
    const key = strike(this.config);
    const expiresAt = days === null ? null : new Date(Date.now() + days * dayMs);
    await this.facts.commit(async (_, sql) => {
      const open = (await keysOf(sql, organisationId)).filter(({ state }) => state === 'active');
      if (open.length >= mostKeys) reject('scim.too_many_keys', { most: mostKeys });
      await keepKey(sql, key, { id, organisationId, by, expiresAt });
      const fact = { organisationId, keyId: id, by };
      return { told: [about('organisation', organisationId, 'ScimKeyCreated', fact)] };
    });
    return { id, key };
  }
}

@CommandHandler(RotateScimKey)
export class RotateScimKeyHandler implements ICommandHandler<RotateScimKey> {
  constructor(
    private readonly facts: Facts,
    private readonly stepUp: StepUp,
    private readonly queries: QueryBus,
    private readonly ring: KeyRing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ organisationId, keyId, overlapHours }: RotateScimKey): Promise<ScimKeySecret> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    this.stepUp.require('security');
    const newKeyId = randomUUIDv7();
    const key = strike(this.config);
    const hash = await this.facts.commit<Buffer>(async (_, sql) => {
      const old = await keyAt(sql, organisationId, keyId);
      if (old.rotated_to !== null) reject('scim.key_ended');
      const [from, to] = [old.created_at, old.expires_at].map((at) => at && new Date(at).getTime());
      const expiresAt = from && to ? new Date(Date.now() + to - from) : null;
      await keepKey(sql, key, { id: newKeyId, organisationId, by, expiresAt });
      await sql.query(
        `update scim_keys set rotated_to = $2, expires_at = least(coalesce(expires_at, 'infinity'), $3)
          where id = $1`,
        [keyId, newKeyId, new Date(Date.now() + overlapHours * hourMs).toISOString()],
      );
      const fact = { organisationId, keyId, newKeyId, overlapHours, by };
      const told = [about('organisation', organisationId, 'ScimKeyRotated', fact)];
      return { told, answer: old.hash };
    });
    this.ring.changed([hash]);
    return { id: newKeyId, key };
  }
}

@CommandHandler(RevokeScimKey)
export class RevokeScimKeyHandler implements ICommandHandler<RevokeScimKey> {
  constructor(
    private readonly facts: Facts,
    private readonly queries: QueryBus,
    private readonly ring: KeyRing,
  ) {}

  async execute({ organisationId, keyId }: RevokeScimKey): Promise<void> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    const hash = await this.facts.commit<Buffer>(async (_, sql) => {
      const { hash } = await keyAt(sql, organisationId, keyId);
      await sql.query('update scim_keys set revoked_at = now() where id = $1', [keyId]);
      const fact = { organisationId, keyId, by };
      const told = [about('organisation', organisationId, 'ScimKeyRevoked', fact)];
      return { told, answer: hash };
    });
    this.ring.changed([hash]);
  }
}
