import { setTimeout as pause } from 'node:timers/promises';

export interface Mail {
  readonly id: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

/** Whatever is outside the house: mailboxes, the gateway's checkout, the bank. */
export class Outside {
  constructor(private readonly url: string) {}

  async items<Item>(path: string): Promise<Item[]> {
    const response = await fetch(this.url + path);
    return ((await response.json()) as { items: Item[] }).items;
  }

  mailsTo(address: string): Promise<Mail[]> {
    return this.items(`/api/mailbox?limit=200&to=${encodeURIComponent(address)}`);
  }

  /** The six digits of the newest mail, once it is there: its worker may die on the way, and again. */
  async codeFor(address: string, known: readonly string[] = []): Promise<string> {
    for (let attempt = 0; attempt < 1_200; attempt += 1) {
      for (const { id, text } of await this.mailsTo(address)) {
        const [code] = /\b\d{6}\b/.exec(text) ?? [];
        if (code !== undefined && !known.includes(id)) return code;
      }
      await pause(100);
    }
    throw new Error(`No code for ${address}.`);
  }

  async tell(method: 'PUT' | 'POST', path: string, body: object): Promise<Record<string, unknown>> {
    const response = await fetch(this.url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  }

  /** Pays at the hosted checkout by card, as a browser would; the way back is not taken. */
  async pay({ url, fields }: { url: string; fields: Record<string, string> }): Promise<void> {
    const opened = await form(url, fields);
    const visit = new URL(opened.headers.get('location') ?? '', url);
    const paid = await form(`${visit.href}/pay`, { choice: 'card:success' });
    if (paid.status !== 303) throw new Error(`The checkout answered ${paid.status}.`);
  }
}

const form = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
