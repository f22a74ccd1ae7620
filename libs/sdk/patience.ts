type Fetch = (request: Request) => Promise<Response>;

export interface Patience {
  /** How often a request is sent again. */
  readonly retries: number;
  /** One try takes no longer. */
  readonly timeoutMs: number;
  /** Nobody is waited for longer than this between two tries. */
  readonly mostMs: number;
}

/** Too many requests, or not now. */
const passing = new Set([429, 502, 503, 504]);
/** Doing it twice is doing it once. */
const repeatable = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

/**
 * Sends a request again when the answer says "not now" or does not come: after `Retry-After`, else
 * after a pause that doubles. What may not be done twice is only sent again where it was refused.
 */
export function patient(fetch: Fetch, { retries, timeoutMs, mostMs }: Patience): Fetch {
  return async (request) => {
    const mayRepeat = repeatable.has(request.method) || request.headers.has('idempotency-key');
    for (let turn = 0; ; turn += 1) {
      const last = turn === retries;
      const pause = 250 * 2 ** turn * (0.5 + Math.random() / 2);
      let wait = pause;
      try {
        const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
        const answer = await fetch(new Request(request.clone(), { signal }));
        const refused = answer.status === 429 || mayRepeat;
        if (last || !refused || !passing.has(answer.status)) return answer;
        wait = 1_000 * Number(answer.headers.get('retry-after') ?? Number.NaN) || pause;
        if (wait > mostMs) return answer;
      } catch (error) {
        if (last || !mayRepeat || request.signal.aborted) throw error;
      }
      await new Promise((done) => setTimeout(done, wait));
    }
  };
}
