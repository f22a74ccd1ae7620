import { isPlatformServer } from '@angular/common';
import { DOCUMENT, inject, PLATFORM_ID, REQUEST, Service } from '@angular/core';

/** The few choices the server must know to draw the first page right: language, theme, active role. */
@Service()
export class Cookies {
  private readonly document = inject(DOCUMENT);
  private readonly request = inject(REQUEST, { optional: true });
  private readonly server = isPlatformServer(inject(PLATFORM_ID));

  read(name: string): string | undefined {
    const all = this.server ? (this.request?.headers.get('cookie') ?? '') : this.document.cookie;
    const found = all.split('; ').find((pair) => pair.startsWith(`${name}=`));
    return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
  }

  /** Kept for a year; an empty value takes it away. Never for anything secret: the page can read it. */
  write(name: string, value: string): void {
    if (this.server) return;
    const age = value === '' ? 0 : 31_536_000;
    this.document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${age}; samesite=lax`;
  }
}
