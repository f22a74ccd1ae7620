import { provideTranslateService } from '@ngx-translate/core';
import { fireEvent, render, screen } from '@testing-library/angular';
import { Subject } from 'rxjs';
import { ChallengeDialog } from './challenge-dialog';
import { type Asked, type Heard, SOLVER } from './solver';

// The dialogs of jsdom do not open and close.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});

const challenge = { parameters: {}, signature: 'ab', most: 1_000 } as unknown as Asked;

async function working() {
  jest.useFakeTimers();
  const heard = new Subject<Heard>();
  const answers: unknown[] = [];
  const { container, fixture } = await render(ChallengeDialog, {
    providers: [provideTranslateService(), { provide: SOLVER, useValue: () => heard }],
    inputs: { challenge },
    on: { answered: (answer) => answers.push(answer) },
  });
  const dialog = container.querySelector('dialog')!;
  fixture.componentInstance.start();
  const hear = (what: Heard) => {
    heard.next(what);
    fixture.detectChanges();
  };
  return { answers, dialog, hear, heard };
}
afterEach(() => jest.useRealTimers());

describe('work for a door', () => {
  it('is not shown when it is over before anybody could read it', async () => {
    const { answers, dialog, hear } = await working();
    hear({ solution: { counter: 1, derivedKey: 'ff' } });
    jest.advanceTimersByTime(1_000);
    expect(dialog.open).toBe(false);
    expect(answers).toEqual([
      {
        challenge: { parameters: {}, signature: 'ab' },
        solution: { counter: 1, derivedKey: 'ff' },
      },
    ]);
  });

  it('says how far it is, to screen readers by quarters', async () => {
    const { dialog, hear } = await working();
    jest.advanceTimersByTime(1_000);
    expect(dialog.open).toBe(true);
    hear({ tried: 630 });
    expect(dialog.querySelector('progress')?.value).toBe(63);
    expect(dialog.querySelector('progress')?.getAttribute('aria-labelledby')).toBe(
      dialog.querySelector('p')?.id,
    );
    expect(screen.getByRole('status', { hidden: true })).toBeTruthy();
  });

  it('is stopped by who does not want to wait, and answers once', async () => {
    const { answers, dialog, heard } = await working();
    jest.advanceTimersByTime(1_000);
    fireEvent.click(screen.getByText('ui.cancel'));
    dialog.dispatchEvent(new Event('close'));
    expect(answers).toEqual([null]);
    expect(heard.observed).toBe(false);
  });
});
