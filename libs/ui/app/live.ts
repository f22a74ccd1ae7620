import { inject, PLATFORM_ID, Service } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import { Observable } from 'rxjs';
import type { Socket } from 'socket.io-client';

/** `contract:<id>`, `account:<id>`, `job:<id>`; what all of one desk look at has one topic. */
export type Topic =
  | `${'contract' | 'account' | 'dispute' | 'job'}:${string}`
  | 'reconciliation'
  | 'alarms'
  | 'approvals'
  | 'holds';
type Listener = () => void;

/**
 * Hints that something changed; the page then asks again. The socket is opened, and its code loaded,
 * by the first page that watches, and closed when the last one leaves.
 */
@Service()
export class Live {
  private readonly browser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly listeners = new Map<Topic, Set<Listener>>();
  private socket?: Promise<Socket>;

  /** Emits whenever the topic changed, and after a reconnect, when a hint may have been missed. */
  changes(topic: Topic): Observable<void> {
    return new Observable((subscriber) => {
      if (!this.browser) return undefined;
      const listener = () => subscriber.next();
      const all = this.listeners.get(topic) ?? new Set();
      this.listeners.set(topic, all.add(listener));
      void this.connect().then((socket) => socket.emit('watch', { topic }));
      return () => this.leave(topic, listener);
    });
  }

  private leave(topic: Topic, listener: Listener): void {
    const all = this.listeners.get(topic);
    all?.delete(listener);
    if (all?.size === 0) {
      this.listeners.delete(topic);
      void this.socket?.then((socket) => socket.emit('unwatch', { topic }));
    }
    if (this.listeners.size === 0) {
      void this.socket?.then((socket) => socket.disconnect());
      delete this.socket;
    }
  }
  private connect(): Promise<Socket> {
    return (this.socket ??= this.open());
  }
  private async open(): Promise<Socket> {
    const { io } = await import('socket.io-client');
    const socket = io({ transports: ['websocket'], withCredentials: true });
    socket.on('changed', ({ topic }: { topic: Topic }) => this.tell(topic));
    socket.io.on('reconnect', () => {
      for (const topic of this.listeners.keys()) {
        socket.emit('watch', { topic });
        this.tell(topic);
      }
    });
    return socket;
  }
  private tell(topic: Topic): void {
    for (const listener of this.listeners.get(topic) ?? []) listener();
  }
}
