import type { ChangeProfile } from '@wire/profiles';
import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Profile',
  tableName: 'profiles',
  properties: {
    accountId: p.uuid().primary(),
    headline: p.string().default(''),
    about: p.string().default(''),
    skills: p.array().default([]),
    languages: p.array().default([]),
    hourlyRate: p.bigint('string').nullable(),
    currency: p.string().nullable(),
    avatarFileId: p.uuid().nullable(),
    updatedAt: p.datetime(),
  },
});

/** What a person shows of themselves; there is none until they show something. */
export class Profile extends schema.class {
  change({ hourlyRate, skills, languages, ...plain }: ChangeProfile, at: Date): void {
    Object.assign(this, plain);
    this.skills = [...new Set(skills)];
    this.languages = [...new Set(languages)];
    this.hourlyRate = hourlyRate?.amountMinor ?? null;
    this.currency = hourlyRate?.currency ?? null;
    this.updatedAt = at;
  }
}

schema.setClass(Profile);
export const ProfileSchema = schema;
