import { inject } from '@angular/core';
import { Say } from '../app/say';

/** One column of a grid. `text` is what is shown (unless a cell template is given), copied and exported. */
export interface Column<T> {
  id: string;
  /** The words of the header, translated by the page. */
  label: string;
  text: (row: T) => string;
  /** Numbers and amounts stand at the end. */
  align?: 'start' | 'end';
  /** The server can order by it; the grid then emits `sortChange`. */
  sortable?: boolean;
  /** Hidden until chosen in the column chooser. */
  extra?: boolean;
  /** On a phone a row is a card: the title stands on top, `hide` leaves the column out. */
  card?: 'title' | 'hide';
}
export interface Sort {
  by: string;
  direction: 'asc' | 'desc';
}

/** In a page: `column = columnsFrom<JobRow>('jobs.columns')`; the header of each is the word of its id. */
export function columnsFrom<T>(words: string) {
  const say = inject(Say);
  return (id: string, text: (row: T) => string, more: Partial<Column<T>> = {}): Column<T> => ({
    ...{ id, label: say.it(`${words}.${id}`), text },
    ...more,
  });
}

const quoted = (cell: string): string => {
  /* A leading sign would be run as a formula by a spreadsheet. */
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.,]+$/.test(cell) ? `'${cell}` : cell;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The rows as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read it). */
export function csvOf<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ text }) => text(row))),
  ];
  return '\uFEFF' + lines.map((cells) => cells.map(quoted).join(',')).join('\r\n') + '\r\n';
}

/** Hands a text to the reader as a file. */
export function download(
  document: Document,
  name: string,
  content: string,
  type = 'text/csv',
): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}
