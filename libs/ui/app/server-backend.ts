import {
  FetchBackend,
  type HttpEvent,
  HttpBackend,
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
  private readonly cookie = inject(REQUEST, { optional: true })?.headers.get('cookie');
  private readonly origin = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    const { pathname, search } = new URL(request.urlWithParams, 'http://page');
    const headers = this.cookie ? request.headers.set('cookie', this.cookie) : request.headers;
    return this.inner.handle(
      request.clone({
        url: `${this.origin}${pathname}${search}`,
        params: new HttpParams(),
        headers,
      }),
    );
  }
}
export const serverBackend: Provider = { provide: HttpBackend, useExisting: ServerBackend };
