import { DOCUMENT, isPlatformBrowser } from '@angular/common';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  PLATFORM_ID,
  signal,
  untracked,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '../button';
import { Copy } from '../copy';
import { download } from '../grid/columns';
import { Icon } from '../icon';
import { Skeleton } from '../skeleton';
import { type Checked, checkProof, parseProof } from './tlog-proof';

type Verdict = Checked & { readonly isReadable: boolean };
const unreadable = { isLeafOfEvent: false, isInTree: false, isSigned: false, isReadable: false };
const checks = ['isLeafOfEvent', 'isInTree', 'isSigned'] as const;

/**
 * The inclusion proof of one event, recomputed in this browser and told in plain words:
 * `<ui-proof-panel [proof]="text" [chainHash]="event.hash" [keys]="[vkey]" name="event-12" />`.
 */
@Component({
  selector: 'ui-proof-panel',
  imports: [Button, Copy, Icon, Skeleton, TranslatePipe],
  templateUrl: './proof-panel.html',
  styleUrl: './proof-panel.scss',
})
export class ProofPanel {
  private readonly document = inject(DOCUMENT);
  private readonly browser = isPlatformBrowser(inject(PLATFORM_ID));
  /** A C2SP `.tlog-proof`. */
  readonly proof = input.required<string>();
  /** Hex; the event that the proof has to be about. */
  readonly chainHash = input.required<string>();
  /** Verifier keys that the reader trusts. */
  readonly keys = input.required<readonly string[]>();
  /** Of the file that can be taken away. */
  readonly name = input.required<string>();

  protected readonly parsed = computed(() => parseProof(this.proof()));
  protected readonly verdict = signal<Verdict | null>(null);
  protected readonly isGood = computed(() => {
    const verdict = this.verdict();
    return verdict !== null && checks.every((check) => verdict[check]);
  });
  protected readonly lines = computed(() => {
    const verdict = this.verdict();
    return verdict && checks.map((id) => ({ id, passed: verdict[id] }));
  });

  constructor() {
    effect((onCleanup) => {
      const [proof, chainHash, keys] = [this.parsed(), this.chainHash(), this.keys()];
      let isCurrent = true;
      onCleanup(() => (isCurrent = false));
      untracked(() => this.verdict.set(null));
      // The page server has no reader whose browser could recompute it.
      if (!this.browser) return;
      const checked = proof ? checkProof(proof, chainHash, keys) : Promise.resolve(unreadable);
      void checked
        .catch(() => unreadable)
        .then((found) => isCurrent && this.verdict.set({ isReadable: true, ...found }));
    });
  }

  protected take(): void {
    download(this.document, `${this.name()}.tlog-proof`, this.proof(), 'text/plain');
  }
}
