import { StandardSchemaValidationPipe } from '@nestjs/common';

export interface FieldIssue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** The request does not fit its schema; nothing was read further. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';

  constructor(readonly issues: FieldIssue[]) {
    super('request.invalid');
  }
}

interface Issue {
  readonly message: string;
  readonly code?: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

const step = (part: PropertyKey | { readonly key: PropertyKey }): string =>
  String(typeof part === 'object' ? part.key : part);

/** `@Body({ schema })`, `@Query({ schema })`, `@Param('id', { schema })`: strict, with field paths. */
export const schemaPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new InvalidRequest(
        (issues as readonly Issue[]).map(({ path = [], code = 'invalid', message }) => ({
          path: path.map(step).join('.'),
          code: /^[a-z_]+\.[a-z_]+$/.test(message) ? message : code,
          message,
        })),
      ),
  });
