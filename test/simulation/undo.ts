/** What takes back what was written, newest last. */
export type Undo = (() => void)[];

/** The row as it was. */
export function restore<Row>(rows: Map<string, Row>, name: string, before: Row | undefined): void {
  if (before === undefined) rows.delete(name);
  else rows.set(name, before);
}
