import { performance } from 'node:perf_hooks';

const tty = process.stdout.isTTY && !process.env.CI;
const since = performance.now();

/** Seconds since this program began, as text. */
export const elapsed = (from = since) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Shows one step while it runs and how long it took. */
export async function step(title, work) {
  const from = performance.now();
  const line = (mark, text) => `  ${mark} ${title.padEnd(34)} ${text.padStart(8)}`;
  const show = () => process.stdout.write(`\r${line('…', elapsed(from))}`);
  const timer = tty ? setInterval(show, 100) : undefined;
  try {
    const result = await work();
    const note = typeof result === 'string' ? `  ${result}` : '';
    finish(timer, `${line('✓', elapsed(from))}${note}`);
    return result;
  } catch (problem) {
    finish(timer, line('✗', elapsed(from)));
    throw problem;
  }
}

function finish(timer, text) {
  clearInterval(timer);
  process.stdout.write(`${tty ? '\r' : ''}${text}\n`);
}

/** A frame round some lines, wide enough for the longest. */
export function box(lines) {
  const width = Math.max(...lines.map((line) => line.length));
  const inner = lines.map((line) => `  │  ${line.padEnd(width)}  │`);
  const edge = '─'.repeat(width + 4);
  return [`  ╭${edge}╮`, ...inner, `  ╰${edge}╯`].join('\n');
}
