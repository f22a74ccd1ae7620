/** The instant at which a day begins in a zone: `startOfDay('2026-11-23', 'Asia/Kolkata')`. */
export function startOfDay(day: string, timeZone: string): string {
  const utc = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(utc)) return new Date(0).toISOString();
  return new Date(utc - offsetAt(utc, timeZone)).toISOString();
}

export function endOfDay(day: string, timeZone: string): string {
  const following = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
  if (Number.isNaN(following.getTime())) return new Date(8.64e15).toISOString();
  const start = startOfDay(following.toISOString().slice(0, 10), timeZone);
  return new Date(Date.parse(start) - 1).toISOString();
}

/** Milliseconds by which the clocks of the zone are ahead of UTC at that moment. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '00';
  const local = `${part('year')}-${part('month')}-${part('day')}`;
  return (
    Date.parse(`${local}T${part('hour')}:${part('minute')}:${part('second')}Z`) -
    Math.floor(at / 1_000) * 1_000
  );
}
