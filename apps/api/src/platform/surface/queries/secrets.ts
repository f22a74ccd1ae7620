import type { SecretRow } from '@wire/surface';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../../../config';

/** Which secrets does this process have, where from, and how old are they? */
export class FindSecrets extends Query<{ items: SecretRow[] }> {}

@QueryHandler(FindSecrets)
export class FindSecretsHandler implements IQueryHandler<FindSecrets> {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  execute(): Promise<{ items: SecretRow[] }> {
    return Promise.resolve({ items: [...this.config.secrets] });
  }
}
