/** How long nothing may arrive before nobody tries any more. */
export const patienceDays = 5;
/** How long the former secret signs beside the new one. */
export const overlapHours = 24;

const dayMs = 86_400_000;

/** What an answer, or that there was none, means for the endpoint. */
export function verdictOn(
  status: number | null,
  { failingSince, now }: { failingSince: Date | null; now: Date },
): 'delivered' | 'again' | 'failing' | 'gone' {
  if (status !== null && status >= 200 && status < 300) return 'delivered';
  if (status === 410) return 'gone';
  const since = failingSince ?? now;
  return now.getTime() - since.getTime() >= patienceDays * dayMs ? 'failing' : 'again';
}
