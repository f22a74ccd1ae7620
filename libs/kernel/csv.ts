const runs = /^[=+\-@\t\r]/;
const plainNumber = /^-?\d+(\.\d+)?$/;
const special = /[",\r\n]/;

/**
 * One cell of RFC 4180. What a spreadsheet would run as a formula gets an apostrophe before it; a
 * plain number keeps its minus sign.
 */
export function cell(value: string): string {
  const guarded = runs.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return special.test(guarded) || guarded !== value
    ? `"${guarded.replaceAll('"', '""')}"`
    : guarded;
}

export const row = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`;
