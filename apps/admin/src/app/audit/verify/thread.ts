import { InjectionToken } from '@angular/core';
import { Observable } from 'rxjs';
import type { Answer } from './verdict';

/** Browsers that ask for trusted scripts take this one address from here, and no other from anywhere. */
const trusted = (
  globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }
).trustedTypes?.createPolicy('guildhall#verifier', { createScriptURL: () => script });
interface Policy {
  createScriptURL(url: string): string;
}
const script = '/verifier/worker.mjs';

export type Check = (file: File, key: string | undefined) => Observable<Answer>;

/**
 * The verifier's own rules on a thread of their own, out of the file that stands beside the page
 * (libs/verifier/worker.mjs). Whoever leaves the page ends it.
 */
export const VERIFIER = new InjectionToken<Check>('VERIFIER', {
  factory: () => (file, key) =>
    new Observable<Answer>((subscriber) => {
      const thread = new Worker(trusted?.createScriptURL(script) ?? script, { type: 'module' });
      thread.onmessage = ({ data }: MessageEvent<Answer>) => {
        subscriber.next(data);
        subscriber.complete();
      };
      thread.onerror = ({ message }) => subscriber.error(new Error(message));
      thread.postMessage({ file, key });
      return () => thread.terminate();
    }),
});
