import { html, type Markup } from '../page/html';
import type { Page } from '../page/page';
import { consoleScript } from './script';
import { consoleStyle } from './style';

export type RoomName = 'mailbox' | 'phone' | 'authenticator' | 'bank' | 'hooks' | 'names' | 'clock';

interface Tab {
  name: RoomName;
  path: string;
  label: string;
}

const tabs: Tab[] = [
  { name: 'mailbox', path: '/', label: 'Mailbox' },
  { name: 'phone', path: '/console/phone', label: 'Phone' },
  { name: 'authenticator', path: '/console/authenticator', label: 'Authenticator' },
  { name: 'bank', path: '/console/bank', label: 'Bank & gateways' },
  { name: 'hooks', path: '/console/hooks', label: 'Webhooks' },
  { name: 'names', path: '/console/names', label: 'Domains' },
  { name: 'clock', path: '/console/clock', label: 'Clock' },
];

export interface Room {
  name: RoomName;
  title: string;
  body: Markup;
  offsetMs: number;
}

export function shell({ name, title, body, offsetMs }: Room): Page {
  return {
    title: `${title} · Guildhall sandbox`,
    style: consoleStyle,
    script: consoleScript,
    body: html`<a class="skip" href="#content">Skip to the content</a>
      <header class="bar">
        <a class="brand" href="/">${logo} <span>Sandbox</span></a>
        <nav aria-label="Rooms">
          ${tabs.map(
            (tab) =>
              html`<a href="${tab.path}" ${tab.name === name ? html`aria-current="page"` : ''}
                >${tab.label}</a
              >`,
          )}
        </nav>
        <a class="reading" href="/console/clock">
          <span class="visually-hidden">Sandbox time</span>
          <span data-now="${offsetMs}"></span>
          ${offsetMs !== 0 && html`<span class="chip wait">${describeOffset(offsetMs)}</span>`}
        </a>
      </header>
      <main id="content">${body}</main>
      <p id="said" class="toast" role="status"></p>`,
  };
}

const logo = html`<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
  <path fill="none" stroke="currentColor" stroke-width="2.5" d="M4 21v-9a8 8 0 0 1 16 0v9" />
  <path fill="currentColor" d="M9.2 2.2h5.6l-1 5.6h-3.6z" />
</svg>`;

export function describeOffset(offsetMs: number): string {
  const hours = Math.round(Math.abs(offsetMs) / 3_600_000);
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  const parts = [days > 0 ? `${days} d` : '', rest > 0 ? `${rest} h` : ''].filter(Boolean);
  const size = parts.join(' ') || 'some minutes';
  return offsetMs > 0 ? `${size} ahead` : `${size} behind`;
}

/** An instant; the script writes it in the reader's own time zone. */
export function instant(at: string | number): Markup {
  const iso = typeof at === 'number' ? new Date(at * 1000).toISOString() : at;
  const plain = `${iso.slice(0, 16).replace('T', ' ')} UTC`;
  return html`<time datetime="${iso}" title="${plain}">${plain}</time>`;
}

/** A button that sends one request to the JSON API. */
export function sender(label: string, request: string, body?: object, className = ''): Markup {
  const json = body ? JSON.stringify(body) : '';
  return html`<button class="small ${className}" data-send="${request}" data-body="${json}">
    ${label}
  </button>`;
}

export function empty(title: string, hint: Markup | string): Markup {
  return html`<div class="empty">
    <p class="empty-title">${title}</p>
    <p class="muted">${hint}</p>
  </div>`;
}
