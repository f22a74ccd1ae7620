import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { FileView } from '@wire/files';
import type { HandIn, OnboardingTask, ReviewTask } from '@wire/onboarding';
import { Uploads } from '@ui/app/uploads';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { CheckField } from '@ui/form/check-field';
import { FileField } from '@ui/form/file-field';
import { TextArea } from '@ui/form/text-area';
import { TextField } from '@ui/form/text-field';
import { Moment } from '@ui/moment';
import { Status } from '@ui/status';
import { taskStanding } from './standing';
import { TaskProof } from './task-proof';

/** One task: what it asks, the one form that answers it, and what came of it. */
@Component({
  selector: 'app-task-card',
  imports: [
    Button,
    Card,
    CheckField,
    FileField,
    Moment,
    Status,
    TaskProof,
    TextArea,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './task-card.html',
  styleUrl: './task-card.scss',
})
export class TaskCard {
  readonly of = input.required<OnboardingTask>();
  readonly mine = input.required<boolean>();
  readonly mayReview = input.required<boolean>();
  readonly busy = input(false);
  readonly handedIn = output<HandIn>();
  readonly reviewed = output<ReviewTask>();

  protected readonly upload = inject(Uploads).send('onboarding');
  protected readonly read = signal(false);
  protected readonly signature = signal('');
  protected readonly words = signal('');
  protected readonly sent = signal<readonly FileView[]>([]);
  protected readonly reason = signal('');
  protected readonly standing = computed(() => taskStanding(this.of()));
  protected readonly isUndone = computed(() => ['open', 'returned'].includes(this.of().state));
  /** What would be handed in; null while something is missing. */
  protected readonly input = computed((): HandIn | null => {
    const [file] = this.sent();
    const [signature, answer] = [this.signature().trim(), this.words().trim()];
    switch (this.of().kind) {
      case 'confirm':
        return this.read() ? { kind: 'confirm' } : null;
      case 'sign':
        return signature ? { kind: 'sign', signature } : null;
      case 'upload':
        return file ? { kind: 'upload', fileId: file.id } : null;
      case 'answer':
        return answer ? { kind: 'answer', answer } : null;
    }
  });

  protected handIn(): void {
    const input = this.input();
    if (input && !this.busy()) this.handedIn.emit(input);
  }
  protected sendBack(): void {
    const reason = this.reason().trim();
    if (reason) this.reviewed.emit({ accept: false, reason });
  }
}
