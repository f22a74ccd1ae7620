import { DOCUMENT, inject, REQUEST, Service } from '@angular/core';

/** The few choices the server must know to draw the first page right: language, theme, active role. */
@Service()
export class Cookies {
  private readonly document = inject(DOCUMENT);
  private readonly request = inject(REQUEST, { optional: true });

  read(name: string): string | undefined {
    const all = this.request?.headers.get('cookie') ?? this.document.cookie;
    const found = all.split('; ').find((pair) => pair.startsWith(`${name}=`));
    return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
  }

  /** Kept for a year. Never for anything secret: the page can read it. */
  write(name: string, value: string): void {
    this.document.cookie =
      `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
  }
}
