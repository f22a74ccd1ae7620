/** Whether an entry is of somebody in public office: to be known better, and no reason to stop money. */
export const isPep = (entryId: string): boolean => entryId.startsWith('pep:');

/** Names were found, and all of them are of people in public office. */
export const isOnlyPep = (entryIds: readonly string[]): boolean =>
  entryIds.length > 0 && entryIds.every(isPep);
