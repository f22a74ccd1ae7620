/** Pure half of the time slider: instants as milliseconds, ISO 8601 and what a field shows. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
/** A slider has so many places, however long the span is. */
export const places = 1_000;

export const placeOf = (at: number, { from, to }: Span): number =>
  to > from ? Math.round((Math.min(to, Math.max(from, at)) - from) * (places / (to - from))) : 0;

/** The last place is the end itself, whatever rounding says. */
export const instantAt = (place: number, { from, to }: Span): number =>
  place >= places ? to : Math.round(from + ((to - from) * place) / places);

/** What `<input type="datetime-local" step="0.001">` takes, in UTC. */
export const fieldOf = (at: number): string => new Date(at).toISOString().slice(0, -1);

/** Null while it is half typed. */
export function instantIn(field: string): number | null {
  const at = Date.parse(`${field}Z`);
  return field === '' || Number.isNaN(at) ? null : at;
}

/** The nearest mark before or after, for going from change to change. */
export function neighbour(marks: readonly number[], at: number, step: -1 | 1): number | null {
  const beyond = marks.filter((mark) => (step < 0 ? mark < at : mark > at));
  if (beyond.length === 0) return null;
  return step < 0 ? Math.max(...beyond) : Math.min(...beyond);
}
