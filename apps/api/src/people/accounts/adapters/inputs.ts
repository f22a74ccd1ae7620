import type { changeAccount } from '@wire/accounts';
import type * as z from 'zod';

export type ChangeAccountInput = z.infer<typeof changeAccount>;
