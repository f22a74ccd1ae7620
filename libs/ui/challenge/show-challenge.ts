import {
  ApplicationRef,
  createComponent,
  DOCUMENT,
  EnvironmentInjector,
  type Injector,
  inputBinding,
  outputBinding,
} from '@angular/core';
import { type ChallengeAnswer, challengeFacts } from '@wire/challenges';
import { ChallengeDialog } from './challenge-dialog';

/** The header that opens the door, or nothing where somebody had no patience. */
export function workFor(facts: unknown, injector: Injector): Promise<string | null> {
  const { success, data: known } = challengeFacts.safeParse(facts);
  if (!success) return Promise.resolve(null);
  const app = injector.get(ApplicationRef);
  return new Promise((resolve) => {
    const shown = createComponent(ChallengeDialog, {
      environmentInjector: injector.get(EnvironmentInjector),
      bindings: [
        inputBinding('challenge', () => known.challenge),
        outputBinding<ChallengeAnswer | null>('answered', (answer) => {
          resolve(answer && packed(answer));
          app.detachView(shown.hostView);
          shown.destroy();
        }),
      ],
    });
    app.attachView(shown.hostView);
    injector.get(DOCUMENT).body.append(shown.location.nativeElement as Node);
    shown.changeDetectorRef.detectChanges();
    shown.instance.start();
  });
}

/** JSON in base64url; there is nothing but ASCII in it. */
const packed = (answer: ChallengeAnswer): string =>
  btoa(JSON.stringify(answer)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
