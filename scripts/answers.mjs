import { setTimeout as pause } from 'node:timers/promises';
import { Advice } from './advice.mjs';

/** Asks again and again until that address answers with a status no worse than `worst`. */
export async function untilAnswers(url, worst, isOver) {
  let last = 'no answer';
  for (const until = Date.now() + 90_000; Date.now() < until && !isOver(); await pause(100)) {
    try {
      const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
      await answer.body?.cancel();
      if (answer.status <= worst) return;
      last = `status ${answer.status}`;
    } catch (problem) {
      last = problem.cause?.code ?? problem.message;
    }
  }
  if (!isOver()) throw new Advice(`${url} is not ready after 90 s (${last}); see the logs.`);
}
