let last = 0;

/** An id for wiring a label to its control; unique on the page, never stored. */
export const uid = (what: string): string => `${what}-${++last}`;
