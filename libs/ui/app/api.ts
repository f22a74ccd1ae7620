import { HttpClient, HttpErrorResponse, HttpHeaders, type HttpParams } from '@angular/common/http';
import { inject, InjectionToken, Service } from '@angular/core';
import { catchError, type Observable, of, retry, switchMap, throwError, timer } from 'rxjs';
import { isAskedAgain } from './again';
import { asProblem, type Problem, problemFrom } from './problem';
import { Viewing } from './viewing';
import { WORK } from './work';

/** What a zod schema of `@wire` looks like to the client: it parses or throws. */
export interface Parses<T> {
  parse(value: unknown): T;
}
type Query = Record<string, string | number | boolean | readonly string[] | undefined | null>;
export interface Ask {
  query?: Query;
  /** The answer is a text and not JSON. */
  text?: boolean;
  /** A 401 is an answer here, not a reason to refresh the session (log-in, and the refresh itself). */
  quiet?: boolean;
  /** Why staff looks at it; it stays in the log of the staff. */
  purpose?: string;
}
export interface Tell extends Ask {
  /**
   * For a request that moves money. Make it once per intent (`newKey()`), keep it while the form is
   * open, and send the same key on every retry: the server then answers what it answered before.
   */
  idempotencyKey?: string;
  /** What `StepUp` answered, for requests that the server asks a fresh proof for. */
  stepUp?: string;
}
/** What opens a door that asked for work. */
interface Worked extends Tell {
  work?: string;
}

/** How a 401 is mended: the session refreshes once and answers whether the request may go again. */
export const REFRESH = new InjectionToken<() => Observable<boolean>>('REFRESH');

export const newKey = (): string => crypto.randomUUID();

/**
 * The only way to the server. Answers are parsed with the schema that the server answers by; anything
 * that goes wrong arrives as a `Problem`. Paths are relative to `/api`: `api.get('/jobs/1', jobView)`.
 */
@Service()
export class Api {
  private readonly http = inject(HttpClient);
  private readonly refresh = inject(REFRESH, { optional: true });
  private readonly work = inject(WORK, { optional: true });
  private readonly viewing = inject(Viewing);

  get<T>(path: string, answer: Parses<T>, ask: Ask = {}): Observable<T> {
    return this.send('GET', path, answer, undefined, ask).pipe(
      retry({
        count: 2,
        delay: (problem: Problem, attempt) =>
          problem.status === 503 ? timer(400 * attempt) : throwError(() => problem),
      }),
    );
  }
  post<T>(path: string, body: unknown, answer: Parses<T>, tell: Tell = {}): Observable<T> {
    return this.send('POST', path, answer, body, tell);
  }
  put<T>(path: string, body: unknown, answer: Parses<T>, tell: Tell = {}): Observable<T> {
    return this.send('PUT', path, answer, body, tell);
  }
  patch<T>(path: string, body: unknown, answer: Parses<T>, tell: Tell = {}): Observable<T> {
    return this.send('PATCH', path, answer, body, tell);
  }
  delete<T>(path: string, answer: Parses<T>, tell: Tell = {}): Observable<T> {
    return this.send('DELETE', path, answer, undefined, tell);
  }

  private send<T>(verb: string, path: string, answer: Parses<T>, body: unknown, tell: Tell) {
    return this.once(verb, path, body, tell).pipe(
      catchError((problem: Problem) =>
        problem.code === 'request.challenge_required' && this.work
          ? this.work(problem).pipe(
              switchMap((work) =>
                work === null
                  ? throwError(() => problem)
                  : this.once(verb, path, body, { ...tell, work }),
              ),
            )
          : throwError(() => problem),
      ),
      catchError((problem: Problem) =>
        problem.status === 401 && tell.quiet !== true && this.refresh && !this.viewing.token()
          ? this.refresh().pipe(
              switchMap((again) =>
                again ? this.once(verb, path, body, tell) : throwError(() => problem),
              ),
            )
          : throwError(() => problem),
      ),
      switchMap((value) => parsed(answer, value)),
    );
  }

  private once(verb: string, path: string, body: unknown, tell: Worked) {
    const { query, idempotencyKey, stepUp, text, purpose, work } = tell;
    const token = this.viewing.token();
    const headers = new HttpHeaders({
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      ...(stepUp ? { 'x-step-up': stepUp } : {}),
      ...(work ? { 'x-challenge-answer': work } : {}),
      // A header takes Latin letters only; the server decodes it.
      ...(purpose ? { 'x-purpose': encodeURIComponent(purpose) } : {}),
      ...(verb === 'GET' && isAskedAgain() ? { 'x-again': '1' } : {}),
    });
    return this.http
      .request<unknown>(verb, `/api${path}`, {
        body,
        headers,
        params: params(query),
        responseType: (text ? 'text' : 'json') as 'json',
        timeout: 15_000,
      })
      .pipe(
        catchError((thrown: unknown) =>
          throwError(() =>
            thrown instanceof HttpErrorResponse
              ? problemFrom(
                  thrown.status,
                  text ? unpacked(thrown.error) : thrown.error,
                  thrown.headers.get('x-correlation-id'),
                )
              : asProblem(thrown),
          ),
        ),
      );
  }
}

/** For routes that answer a text: `api.get('/log/checkpoint', plain, { text: true })`. */
export const plain: Parses<string> = { parse: String };

/** For routes that answer 204. */
export const nothing: Parses<void> = { parse: () => undefined };

/** A problem where a text was asked for. */
function unpacked(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return body;
  }
}

function parsed<T>(answer: Parses<T>, value: unknown): Observable<T> {
  try {
    return of(answer.parse(value));
  } catch (thrown) {
    const problem: Problem = { ...asProblem(thrown), code: 'answer.unreadable' };
    return throwError(() => problem);
  }
}

function params(query: Query = {}): HttpParams | Record<string, string | readonly string[]> {
  const kept = Object.entries(query).filter(([, value]) => value != null && value !== '');
  return Object.fromEntries(
    kept.map(([key, value]) => [key, Array.isArray(value) ? (value as string[]) : String(value)]),
  );
}
