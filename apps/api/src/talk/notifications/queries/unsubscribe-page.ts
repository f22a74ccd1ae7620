import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../../../config';

interface Elsewhere {
  readonly url: string;
  readonly statusCode: 302;
}

/** Where does somebody who follows the link of a mail land? Programs look at links: it only asks. */
export class UnsubscribePage extends Query<Elsewhere> {
  constructor(readonly token: string) {
    super();
  }
}

@QueryHandler(UnsubscribePage)
export class UnsubscribePageHandler implements IQueryHandler<UnsubscribePage> {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  execute({ token }: UnsubscribePage): Promise<Elsewhere> {
    const url = `${this.config.PUBLIC_URL}/unsubscribe?token=${encodeURIComponent(token)}`;
    return Promise.resolve({ url, statusCode: 302 });
  }
}
