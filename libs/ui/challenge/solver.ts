import { InjectionToken } from '@angular/core';
import type { ChallengeAnswer, challengeFacts } from '@wire/challenges';
import { Observable } from 'rxjs';
import type * as z from 'zod';

export type Asked = z.infer<typeof challengeFacts>['challenge'];
type Solution = ChallengeAnswer['solution'];

/** How much of the work is done, and at last what came out. */
export type Heard = { readonly tried: number } | { readonly solution: Solution | null };

/** Browsers that ask for trusted scripts take this one address from here, and no other from anywhere. */
const trusted = (
  globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }
).trustedTypes?.createPolicy('guildhall#challenge', { createScriptURL: () => script });
interface Policy {
  createScriptURL(url: string): string;
}
const script = '/challenge/worker.mjs';

/** Works on a thread of its own, so that the page stays alive; whoever looks away ends it. */
export const SOLVER = new InjectionToken<(challenge: Asked) => Observable<Heard>>('SOLVER', {
  factory: () => (challenge) =>
    new Observable<Heard>((subscriber) => {
      const thread = new Worker(trusted?.createScriptURL(script) ?? script, { type: 'module' });
      thread.onmessage = ({ data: heard }: MessageEvent<Heard>) => {
        subscriber.next(heard);
        if ('solution' in heard) subscriber.complete();
      };
      thread.onerror = ({ message }) => subscriber.error(new Error(message));
      thread.postMessage(challenge);
      return () => thread.terminate();
    }),
});
