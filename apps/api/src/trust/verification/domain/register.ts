import type { Company, RegisterOutcome } from '@wire/verification';

/** A company as a public register has it. */
export interface Registered {
  readonly name: string;
  readonly number: string;
  readonly isActive: boolean;
  readonly status: string;
  readonly since: string;
  readonly address: string;
  readonly officers: readonly string[];
}

/** Legal forms are written in many ways, and punctuation in more. */
const forms = /\b(private|pvt|limited|ltd|llp|llc|inc|corp|corporation|company|co|gmbh|plc)\b/g;

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(forms, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What the register says of a company that somebody says is theirs. */
export function registerOutcome(
  stated: Pick<Company, 'name'>,
  found: Registered | null,
): RegisterOutcome {
  if (!found) return 'not_found';
  if (!found.isActive) return 'dissolved';
  return plain(found.name) === plain(stated.name) ? 'active' : 'other_name';
}
