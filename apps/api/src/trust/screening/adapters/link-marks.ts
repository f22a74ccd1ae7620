import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { CONFIG, type Config } from '../../../config';

/** A short name for what is shared, so that two edges can be seen to be about one thing, and no more. */
@Injectable()
export class LinkMarks {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  of(kind: string, trace: string): string {
    const keyed = createHmac('sha256', this.config.AUTH_SECRET);
    return keyed.update(`link ${kind} ${trace}`).digest('hex').slice(0, 8);
  }
}
