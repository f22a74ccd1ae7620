import { CONFIG, type Config } from '../../../config';
import { newApiKey, type KeyMode } from '@kernel/api-key';
import { Inject, Injectable } from '@nestjs/common';

/** A house that stands on the sandbox says so in its keys. */
@Injectable()
export class KeyMint {
  private readonly mode: KeyMode;

  constructor(@Inject(CONFIG) { NODE_ENV, ALLOW_SANDBOX }: Config) {
    this.mode = NODE_ENV === 'production' && !ALLOW_SANDBOX ? 'live' : 'test';
  }

  strike(): string {
    return newApiKey(this.mode);
  }
}
