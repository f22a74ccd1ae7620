import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { reject } from '../reject';
import type { Request } from './access';

/** The directory of an organisation, by the key that it uses. */
export interface DirectoryKey {
  readonly keyId: string;
  readonly organisationId: string;
}

/** Whose directory asks. A person is nobody's directory, whatever they may in the organisation. */
export const ByDirectory = createParamDecorator(
  (_: unknown, context: ExecutionContext): DirectoryKey => {
    const { user } = context.switchToHttp().getRequest<Request>();
    const { organisationId, sessionId: keyId } = user ?? {};
    if (organisationId === undefined || keyId === undefined) return reject('request.forbidden');
    return { keyId, organisationId };
  },
);
