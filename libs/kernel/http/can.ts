import type { Action, Subject } from '@wire/permissions';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Described } from './openapi';

export const requirement = 'guildhall:can';
export const open = 'guildhall:open';

/** The permission a route asks for. A route without one answers 403 to everybody. */
export const Can = (action: Action, subject: Subject) =>
  applyDecorators(SetMetadata(requirement, [action, subject]), Described(action, subject));

export const hidden = 'guildhall:hidden';

/** Whoever may not use the route is told that there is none: that it exists would say too much. */
export const Hidden = () => SetMetadata(hidden, true);

export const beforeFactor = 'guildhall:before-factor';

/** As far as staff gets in a session that has seen no second factor: to the setting up of one. */
export const BeforeFactor = () => SetMetadata(beforeFactor, true);

/** A route that needs nobody: sign-up, log-in, webhooks with their own signature. */
export const Open = () => SetMetadata(open, true);
