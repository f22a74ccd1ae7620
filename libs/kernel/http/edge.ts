/** What the installation says about its own edge; the composition root reads it from the configuration. */
export interface Edge {
  /** Proxies whose word about an address is believed, with commas. */
  readonly trustedProxies: string;
  /** Requests an address may send in a minute, whatever they are. */
  readonly requestsPerMinute: number;
  /** Requests an account may send in a minute, from however many addresses. */
  readonly accountRequestsPerMinute: number;
  /** Requests an API key may send in a minute. */
  readonly keyRequestsPerMinute: number;
  /** Multiplies how often a door opens before it asks guests for work. */
  readonly softLimitFactor: number;
  /** Signs what guests are given to solve. */
  readonly challengeSecret: string;
  /** Points of the limits on Redis; on PostgreSQL without it. */
  readonly redisUrl: string | undefined;
  /** The origins of the two apps: a form of theirs is no stranger's. */
  readonly ownOrigins: readonly string[];
  /** The apps are reached over https: cookies have names that only their own host can set. */
  readonly secureCookies: boolean;
  /** Other origins whose pages may ask, without cookies. Exact, none by default. */
  readonly allowedOrigins: readonly string[];
  /** From which delay of the event loop on reads are turned away. */
  readonly maxDelayMs: number;
  /** From how many requests under way on reads are turned away. */
  readonly maxUnderWay: number;
}

export const EDGE = Symbol('edge');
