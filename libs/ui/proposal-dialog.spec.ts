import { provideRouter } from '@angular/router';
import { provideTranslateService } from '@ngx-translate/core';
import { fireEvent, render, screen } from '@testing-library/angular';
import { of, Subject, throwError } from 'rxjs';
import { REFRESH } from './app/api';
import { WORD_FILES } from './app/words';
import { ProposalDialog, type Send } from './proposal-dialog';

async function shown(send: Send) {
  const sends: [string, string][] = [];
  const { fixture } = await render(ProposalDialog, {
    providers: [
      provideRouter([]),
      provideTranslateService(),
      { provide: WORD_FILES, useValue: () => Promise.resolve({}) },
      { provide: REFRESH, useValue: null },
    ],
    inputs: {
      heading: 'Lift',
      verb: 'Ask',
      send: (reason: string, key: string) => {
        sends.push([reason, key]);
        return send(reason, key);
      },
    },
  });
  const press = () => {
    fireEvent.click(screen.getByText('Ask'));
    fixture.detectChanges();
  };
  const write = (value: string) =>
    fireEvent.input(screen.getByLabelText<HTMLTextAreaElement>(/reason/), { target: { value } });
  return { sends, press, write };
}

describe('Staff who want something', () => {
  it('say why first', async () => {
    const { sends, press, write } = await shown(() => of('a1'));
    press();
    expect(sends).toEqual([]);
    write('  Papers came. ');
    press();
    expect(sends.map(([reason]) => reason)).toEqual(['Papers came.']);
  });

  it('are shown the request that somebody else has to agree to', async () => {
    const { press, write } = await shown(() => of('a1'));
    write('Papers came.');
    press();
    expect(screen.getByText('ui.proposal.open').closest('a')?.getAttribute('href')).toBe(
      '/approvals/a1',
    );
  });

  it('ask once while the first answer is awaited', async () => {
    const slow = new Subject<string | null>();
    const waiting = await shown(() => slow);
    waiting.write('Papers came.');
    waiting.press();
    waiting.press();
    expect(waiting.sends).toHaveLength(1);
  });

  it('try again with the same key when it was refused', async () => {
    const problem = { status: 409, code: 'escrow.not_held', title: 'Gone', errors: [] };
    const { sends, press, write } = await shown(() => throwError(() => problem));
    write('Papers came.');
    press();
    press();
    expect(sends).toHaveLength(2);
    expect(sends[0]?.[1]).toBe(sends[1]?.[1]);
    expect(screen.getByRole('alert', { hidden: true })).toBeTruthy();
  });
});
