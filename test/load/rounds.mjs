// What both benchmarks share: clients that keep asking for a while, and ratios of medians over
// interleaved rounds, because the machine is shared and noisy.

/** Runs `step(client, turn)` from `clients` sides for `ms`; answers steps a second. */
export async function rate(clients, ms, step) {
  const until = performance.now() + ms;
  let done = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = 0; performance.now() < until; turn += 1) {
        await step(client, turn);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - started) / 1_000);
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
};

export const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};

/** Median over the rounds of `of / to`, each ratio taken within one round. */
export const ratio = (rounds, of, to) => median(rounds.map((round) => round[of] / round[to]));

export const rounded = (value) => Math.round(value * 100) / 100;
