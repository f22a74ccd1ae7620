import { answered, appendTogether, NotOpened } from './postgres';
import { Refused, type Append, type Appended, type Sql } from './record';

/** More in one transaction gains little, and a refusal among them costs all of them a second try. */
const mostTogether = 32;
/** While one transaction is written the next is gathered and sent. */
const mostAtOnce = 2;

const mostKnown = 100_000;

interface Waiting {
  readonly what: Append;
  readonly resolve: (done: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commands that arrive while others are being written share the next transaction: one call, one
 * commit, one flush. A lone command goes at once. When one of several is refused, nothing was
 * written, and each is sent again by itself, so that no command answers for another.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private scheduled = false;
  private running = 0;
  private inFlight = 0;
  private readonly known = new Set<string>();

  constructor(private readonly sql: Sql) {}

  append(what: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ what, resolve, reject });
      this.schedule();
    });
  }

  /** Waits for the end of this turn of the event loop: what one turn brought goes together. */
  private schedule(): void {
    if (this.scheduled || this.running === mostAtOnce || this.waiting.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.running += 1;
      const share = Math.ceil((this.inFlight + this.waiting.length) / mostAtOnce);
      const group = this.waiting.splice(0, Math.min(share, mostTogether));
      this.inFlight += group.length;
      this.schedule();
      void this.write(group).finally(() => {
        this.running -= 1;
        this.inFlight -= group.length;
        this.schedule();
      });
    });
  }

  private async write(group: Waiting[]): Promise<void> {
    try {
      const done = await this.cheapest(group.map(({ what }) => what));
      for (const { what, resolve } of group) resolve(answered(done, what));
    } catch (error) {
      if (group.length === 1 || !isRefusal(error)) for (const { reject } of group) reject(error);
      else await Promise.all(group.map((one) => this.write([one])));
    }
  }

  /** Streams and accounts are never taken away, so those that were seen need no opening again. */
  private async cheapest(whats: Append[]): Promise<Appended> {
    const names = whats.flatMap(namesOf);
    const isKnown = names.every((name) => this.known.has(name));
    const done = await appendTogether(this.sql, whats, !isKnown).catch((error: unknown) => {
      // A database that was restored to an earlier moment knows less than we do.
      if (error instanceof NotOpened) return appendTogether(this.sql, whats, true);
      throw error;
    });
    if (this.known.size > mostKnown) this.known.clear();
    if (!isKnown) for (const name of names) this.known.add(name);
    return done;
  }
}

const namesOf = ({ streams, journals = [] }: Append): string[] => [
  ...streams.map(({ stream }) => stream),
  ...journals.flatMap(({ legs }) => legs.map(({ account, currency }) => `${account}:${currency}`)),
];

/** The database answered and wrote nothing, or was never asked; anything else may have been written. */
function isRefusal(error: unknown): boolean {
  if (error instanceof Refused) return true;
  const { code = '' } = error as { code?: string };
  // An amount that has no bytes in binary-array.ts.
  return code === 'ERR_OUT_OF_RANGE' || /^[0-9A-Z]{5}$/.test(code);
}
