/** `escrow-<id>`, with whatever was copied around it; null when it is no name of a stream. */
export function streamIn(typed: string): string | null {
  const last = typed.trim().split('/').at(-1) ?? '';
  const [name] = last.split(/[?#]/);
  return name && /^[a-z_]+-[\w:.-]{2,100}$/.test(name) ? name : null;
}
