import { inject, RESPONSE_INIT } from '@angular/core';
import type { Problem } from './problem';

/** While a page is drawn on the server, what it could not find becomes the status of the answer. */
export function answersStatus(): (problem: Problem | null) => void {
  const response = inject(RESPONSE_INIT, { optional: true });
  return (problem) => {
    if (response && problem) response.status = problem.status >= 400 ? problem.status : 503;
  };
}
