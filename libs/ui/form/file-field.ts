import {
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  model,
  output,
  signal,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Observable, Subscription } from 'rxjs';
import { asProblem, type Problem } from '../app/problem';
import { Icon } from '../icon';
import { ProblemWords } from '../problem-words';
import { uid } from '../uid';

/** What an upload tells while it runs; the last step carries the stored file. */
export interface UploadStep<T> {
  /** Bytes that have arrived. */
  sent: number;
  done?: T;
}
interface Stored {
  id: string;
  name: string;
  size: number;
}
interface Row<T extends Stored> {
  key: string;
  file: File;
  sent: number;
  state: 'sending' | 'paused' | 'failed' | 'done';
  problem?: Problem;
  done?: T;
}

/**
 * Files by drop, paste or button; three at a time; progress per file and in total; cancel; and
 * "carry on", which calls `upload` again with the same File (an uploader that remembers its parts
 * resumes). Nothing here knows the network.
 */
@Component({
  selector: 'ui-file-field',
  imports: [Icon, ProblemWords, TranslatePipe],
  templateUrl: './file-field.html',
  styleUrl: './file-field.scss',
})
export class FileField<T extends Stored = Stored> {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly upload = input.required<(file: File) => Observable<UploadStep<T>>>();
  readonly accept = input('');
  readonly most = input(10);
  /** The stored files, in the order they were added. */
  readonly value = model<readonly T[]>([]);
  /** True while something is on its way: keep the submit button waiting. */
  readonly busy = output<boolean>();

  protected readonly id = uid('files');
  protected readonly over = signal(false);
  protected readonly rows = signal<readonly Row<T>[]>([]);
  protected readonly total = computed(() => {
    const going = this.rows();
    const size = going.reduce((sum, { file }) => sum + file.size, 0);
    const sent = going.reduce((sum, row) => sum + Math.min(row.sent, row.file.size), 0);
    return { percent: size === 0 ? 0 : Math.round((100 * sent) / size), size };
  });
  protected readonly underWay = computed(() =>
    this.rows().some(({ state }) => state === 'sending' || state === 'paused'),
  );
  private readonly running = new Map<string, Subscription>();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.running.forEach((each) => each.unsubscribe()));
  }

  protected add(list: FileList | null | undefined): void {
    const room = this.most() - this.rows().length;
    const fresh = [...(list ?? [])]
      .slice(0, Math.max(0, room))
      .map((file): Row<T> => ({ key: uid('upload'), file, sent: 0, state: 'paused' }));
    this.rows.update((all) => [...all, ...fresh]);
    this.next();
  }
  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.add(event.dataTransfer?.files);
  }
  protected remove(key: string): void {
    this.running.get(key)?.unsubscribe();
    this.running.delete(key);
    this.rows.update((all) => all.filter((row) => row.key !== key));
    this.publish();
    this.next();
  }
  protected carryOn(key: string): void {
    this.change(key, { state: 'paused' });
    this.next();
  }
  protected percent({ sent, file, state }: Row<T>): number {
    return state === 'done' ? 100 : Math.min(99, Math.round((100 * sent) / Math.max(1, file.size)));
  }
  protected size(bytes: number): string {
    return bytes < 1_048_576
      ? `${Math.ceil(bytes / 1024)} kB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`;
  }

  private next(): void {
    for (const { key, file } of this.rows().filter(({ state }) => state === 'paused')) {
      if (this.running.size >= 3) break;
      this.change(key, { state: 'sending' });
      this.running.set(key, this.run(key, file));
    }
    this.busy.emit(this.underWay());
  }
  private run(key: string, file: File): Subscription {
    return this.upload()(file).subscribe({
      next: ({ sent, done }) =>
        this.change(key, done ? { sent: file.size, done, state: 'done' } : { sent }),
      error: (thrown: unknown) => {
        this.change(key, { state: 'failed', problem: asProblem(thrown) });
        this.settle(key);
      },
      complete: () => this.settle(key),
    });
  }
  private settle(key: string): void {
    this.running.delete(key);
    this.publish();
    this.next();
  }
  private change(key: string, to: Partial<Row<T>>): void {
    this.rows.update((all) => all.map((row) => (row.key === key ? { ...row, ...to } : row)));
  }
  private publish(): void {
    this.value.set(this.rows().flatMap(({ done }) => (done ? [done] : [])));
  }
}
