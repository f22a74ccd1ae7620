import { InjectionToken } from '@angular/core';
import { Observable } from 'rxjs';
import type { Answer } from './verdict';

export type Check = (file: File, key: string | undefined) => Observable<Answer>;

/**
 * The verifier's own rules on a thread of their own, out of the file that stands beside the page
 * (libs/verifier/worker.mjs). Whoever leaves the page ends it.
 */
export const VERIFIER = new InjectionToken<Check>('VERIFIER', {
  factory: () => (file, key) =>
    new Observable<Answer>((subscriber) => {
      const thread = new Worker('/verifier/worker.mjs', { type: 'module' });
      thread.onmessage = ({ data }: MessageEvent<Answer>) => {
        subscriber.next(data);
        subscriber.complete();
      };
      thread.onerror = ({ message }) => subscriber.error(new Error(message));
      thread.postMessage({ file, key });
      return () => thread.terminate();
    }),
});
