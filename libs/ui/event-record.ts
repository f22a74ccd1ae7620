import { Component, computed, input, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { copying } from './app/copying';
import { Button } from './button';
import { Copy } from './copy';
import { Moment } from './moment';

export interface RecordedEvent {
  eventId: string;
  stream: string;
  version: number;
  type: string;
  recordedAt: string;
  /** The bytes as stored. */
  raw: string;
  /** Hex; covers the bytes and all events before them. */
  hash: string;
}

/** One fact as it stands in the record: where, when, its exact bytes and the hash of the chain. */
@Component({
  selector: 'ui-event-record',
  imports: [Button, Copy, Moment, TranslatePipe],
  templateUrl: './event-record.html',
  styleUrl: './event-record.scss',
})
export class EventRecord {
  readonly of = input.required<RecordedEvent>();
  protected readonly exact = signal(false);
  protected readonly copying = copying();
  protected readonly text = computed(() => {
    const { raw } = this.of();
    if (this.exact()) return raw;
    try {
      return JSON.stringify(JSON.parse(raw), null, 2);
    } catch {
      return raw;
    }
  });
  protected readonly bytes = computed(() => new TextEncoder().encode(this.of().raw).length);

  /** Always the exact bytes, whichever form is shown: whoever checks the hash needs those. */
  protected copy(): Promise<void> {
    return this.copying.take(this.of().raw);
  }
}
