import { inject, Service } from '@angular/core';
import {
  fileView,
  type FileView,
  openUpload,
  type OpenUpload,
  upload,
  type Upload,
} from '@wire/files';
import {
  concat,
  concatMap,
  defer,
  from,
  map,
  Observable,
  of,
  switchMap,
  tap,
  throwError,
} from 'rxjs';
import type { UploadStep } from '../form/file-field';
import { Api } from './api';
import { problemFrom } from './problem';

interface Progress {
  session: Upload;
  /** Part number → etag of what has arrived. */
  arrived: Map<number, string>;
}

/**
 * Sends files in signed parts. What has arrived of a File is remembered, so that sending the same
 * File again carries on after the last whole part: `[upload]="uploads.send('delivery')"`.
 */
@Service()
export class Uploads {
  private readonly api = inject(Api);
  private readonly known = new WeakMap<File, Progress>();

  send(purpose: OpenUpload['purpose']): (file: File) => Observable<UploadStep<FileView>> {
    return (file) =>
      this.open(file, purpose).pipe(switchMap((progress) => this.parts(file, progress)));
  }

  private open(file: File, purpose: OpenUpload['purpose']): Observable<Progress> {
    const known = this.known.get(file);
    if (known && Date.parse(known.session.expiresAt) > Date.now() + 60_000) return of(known);
    const asked = openUpload.safeParse({
      name: file.name,
      size: file.size,
      mediaType: file.type || 'application/octet-stream',
      purpose,
    });
    if (!asked.success) {
      const code = asked.error.issues[0]?.message ?? 'files.refused';
      return throwError(() => problemFrom(422, { code, title: code }));
    }
    return this.api.post('/files', asked.data, upload).pipe(
      map((session) => ({ session, arrived: new Map<number, string>() })),
      tap((progress) => this.known.set(file, progress)),
    );
  }

  private parts(file: File, { session, arrived }: Progress): Observable<UploadStep<FileView>> {
    const left = session.parts.filter(({ number }) => !arrived.has(number));
    const sending = from(left).pipe(
      concatMap(({ number, url }) => {
        const from = (number - 1) * session.partSize;
        const part = file.slice(from, from + session.partSize);
        return put(url, part).pipe(
          tap(({ etag }) => etag !== undefined && arrived.set(number, etag)),
          map(({ sent }) => ({ sent: from + sent })),
        );
      }),
    );
    const complete = () =>
      this.api
        .post(
          `/files/${session.id}/complete`,
          { parts: [...arrived].map(([number, etag]) => ({ number, etag })) },
          fileView,
        )
        .pipe(map((done) => ({ sent: file.size, done })));
    return concat(sending, defer(complete));
  }
}

/** XMLHttpRequest, because fetch tells no progress of what is sent. */
function put(url: string, body: Blob): Observable<{ sent: number; etag?: string }> {
  return new Observable((subscriber) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.upload.onprogress = ({ loaded }) => subscriber.next({ sent: loaded });
    request.onerror = () => subscriber.error(problemFrom(0, {}));
    request.onload = () => {
      const etag = request.getResponseHeader('etag');
      if (request.status < 300 && etag) {
        subscriber.next({ sent: body.size, etag });
        subscriber.complete();
      } else subscriber.error(problemFrom(request.status, readable(request.responseText)));
    };
    request.send(body);
    return () => request.abort();
  });
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
