import { CONFIG, type Config } from '../../../config';
import { reject } from '@kernel/reject';
import type { Resource, Resources } from '@wire/scim';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { config, resourceTypes, schemas } from '../domain/about';
import { rootOf } from './find-users';

export type Topic = 'ServiceProviderConfig' | 'ResourceTypes' | 'Schemas';

/** What a directory asks before it begins; one part of it where it is named. */
export class About extends Query<Resource | Resources> {
  constructor(
    readonly topic: Topic,
    readonly id?: string,
  ) {
    super();
  }
}

@QueryHandler(About)
export class AboutHandler implements IQueryHandler<About> {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  execute({ topic, id }: About): Promise<Resource | Resources> {
    const root = rootOf(this.config);
    if (topic === 'ServiceProviderConfig') return Promise.resolve(config(root));
    const all = topic === 'Schemas' ? schemas(root) : resourceTypes(root);
    if (id === undefined) return Promise.resolve(all);
    const found = all.Resources.find((one) => one['id'] === id);
    return Promise.resolve(found ?? reject('scim.not_found'));
  }
}
