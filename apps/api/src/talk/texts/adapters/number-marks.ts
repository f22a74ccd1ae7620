import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { CONFIG, secretsOf, type Config } from '../../../config';

/** A number is found again by its mark; nobody reads the number off it, and nobody guesses one without the key. */
@Injectable()
export class NumberMarks {
  private readonly secrets: readonly string[];

  constructor(@Inject(CONFIG) { AUTH_SECRET: now, AUTH_PREVIOUS_SECRET: before }: Config) {
    this.secrets = secretsOf(now, before);
  }

  /** Under the key of now, which is what is written down; then under the one before, while it is known. */
  of(number: string): Buffer[] {
    return this.secrets.map((secret) =>
      createHmac('sha256', secret).update(`texts to ${number}`).digest(),
    );
  }
}
