import { inject, Service } from '@angular/core';
import { deadLetters, queues } from '@wire/operations';
import type * as z from 'zod';
import { Api, nothing } from '@ui/app/api';

export type QueueRow = z.infer<typeof queues>['items'][number];
export type DeadLetter = z.infer<typeof deadLetters>['items'][number];

@Service()
export class QueuesApi {
  private readonly api = inject(Api);

  all() {
    return this.api.get('/admin/queues', queues);
  }
  dead(queue: string) {
    return this.api.get(`/admin/queues/${encodeURIComponent(queue)}/dead`, deadLetters);
  }
  replay(queue: string, id: string) {
    const path = `/admin/queues/${encodeURIComponent(queue)}/dead/${encodeURIComponent(id)}/replay`;
    return this.api.post(path, {}, nothing);
  }
}
