import type { Job } from 'bullmq';
import { MakeExport } from '../../apps/api/src/people/privacy/commands/make-export';
import type { TestApp } from './app';

/** What the worker does with a wish for a copy. */
export async function made(app: TestApp, exportId: string): Promise<void> {
  await app.app.get(MakeExport).process({ data: { exportId } } as Job<{ exportId: string }>);
  await app.settle();
}
