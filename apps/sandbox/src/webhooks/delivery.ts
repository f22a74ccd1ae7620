export type DeliveryStatus = 'waiting' | 'delivered' | 'lost' | 'gave_up';

export interface Attempt {
  at: string;
  /** HTTP status of the receiver, or null when nothing answered. */
  status: number | null;
  tookMs: number;
  error?: string;
}

/** One webhook on its way. Copies of one event carry the same event id. */
export interface Delivery {
  id: string;
  eventId: string;
  event: string;
  /** What the event is about: an order, a payout, a fund account. Keeps its order. */
  about: string;
  url: string;
  /** The exact bytes that are signed and sent. */
  body: string;
  signature: string;
  status: DeliveryStatus;
  attempts: Attempt[];
  createdAt: string;
}

/** How the gateway misbehaves when it tells about one order. */
export interface WebhookBehaviour {
  /** Extra copies of every event, same event id. */
  duplicate?: number;
  /** Later events arrive before earlier ones. */
  outOfOrder?: boolean;
  delayMs?: number;
  /** The event is never sent; only asking the gateway shows it. */
  drop?: boolean;
}

/** Waits between attempts. The real gateway goes on for a day; here it is minutes. */
export const retryWaitsMs = [1, 2, 5, 10, 20, 30, 60, 120, 300].map((seconds) => seconds * 1000);
