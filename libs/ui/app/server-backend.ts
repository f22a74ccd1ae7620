import {
  FetchBackend,
  type HttpEvent,
  HttpBackend,
  type HttpHeaders,
  HttpParams,
  type HttpRequest,
} from '@angular/common/http';
import { inject, type Provider, REQUEST, Service } from '@angular/core';
import type { Observable } from 'rxjs';

/**
 * While the server draws a page, `/api` is asked directly at its own address, with the reader's
 * cookies; the browser then finds the same answer in the page instead of asking again.
 */
@Service()
class ServerBackend implements HttpBackend {
  private readonly inner = inject(FetchBackend);
  private readonly asked = inject(REQUEST, { optional: true })?.headers;
  private readonly origin = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    const { pathname, search } = new URL(request.urlWithParams, 'http://page');
    return this.inner.handle(
      request.clone({
        url: `${this.origin}${pathname}${search}`,
        params: new HttpParams(),
        headers: this.ofReader(request.headers),
      }),
    );
  }

  /** The page server wrote down where the reader is; the API counts by that. */
  private ofReader(headers: HttpHeaders): HttpHeaders {
    const [cookie, address] = [this.asked?.get('cookie'), this.asked?.get('x-reader')];
    const known = cookie ? headers.set('cookie', cookie) : headers;
    return address ? known.set('x-forwarded-for', address) : known;
  }
}
export const serverBackend: Provider = { provide: HttpBackend, useExisting: ServerBackend };
