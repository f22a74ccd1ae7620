/** Where somebody wanted to go before the log-in; only ever a page of ours. */
export const ownPage = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
