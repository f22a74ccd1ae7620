const zoneMs = 5.5 * 3_600_000;
const dayMs = 86_400_000;

/** The day of business of an instant, as the gateway counts them: India has no summer time. */
export const dayOf = (at: Date): string =>
  new Date(at.getTime() + zoneMs).toISOString().slice(0, 10);

/** The instant at which a day of business begins. */
export const startOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - zoneMs);

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
