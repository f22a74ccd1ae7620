import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Status, type Tone } from '@ui/status';
import type { JobStatus } from '@wire/jobs';

const tones: Record<JobStatus, Tone> = {
  draft: 'neutral',
  awaiting: 'attention',
  published: 'info',
  hired: 'brand',
  closed: 'neutral',
};

@Component({
  selector: 'app-job-status',
  imports: [Status, TranslatePipe],
  template: `<ui-status [tone]="tone()">{{ 'jobs.statuses.' + of() | translate }}</ui-status>`,
})
export class JobStatusChip {
  readonly of = input.required<JobStatus>();
  protected readonly tone = computed(() => tones[this.of()]);
}
