import type { ListKind } from '@wire/screening';

/** One person, company or ship on a list, whatever the list's own format. */
export interface ListedEntry {
  /** The list's own id of it. */
  readonly externalId: string;
  readonly kind: ListKind;
  /** The first is the main one. */
  readonly names: readonly string[];
  /** `1971`, `1971-03` or `1971-03-09`, as exact as the list is. */
  readonly births: readonly string[];
  /** As the list writes them. */
  readonly countries: readonly string[];
  readonly programmes: readonly string[];
}

export interface ReadList {
  /** The day of the list, which is its version. */
  readonly date: string;
  readonly entries: readonly ListedEntry[];
}

/** Two names that differ in nothing that is compared are one. */
export function distinct(names: readonly string[]): string[] {
  const tidy = names.map((name) => name.replace(/\s+/g, ' ').trim());
  return [...new Set(tidy.filter((name) => name !== ''))];
}
