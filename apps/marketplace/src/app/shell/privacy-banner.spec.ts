import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { provideTranslateService } from '@ngx-translate/core';
import { PrivacyStanding } from '@ui/app/privacy-standing';
import type { Agreement } from '@wire/consents';
import { fireEvent, render, screen } from '@testing-library/angular';
import { of, throwError } from 'rxjs';
import { PrivacyBanner } from './privacy-banner';

const terms: Agreement = {
  ...{ purpose: 'terms', version: 2, body: 'All of it.', agreed: 1, isDue: true },
  at: '2026-01-01T00:00:00.000Z',
  changes: [
    { kind: 'same', text: 'You give ' },
    { kind: 'added', text: 'current ' },
    { kind: 'removed', text: 'old ' },
  ],
};
const notice: Agreement = { ...terms, purpose: 'privacy_notice', agreed: null, changes: null };

async function shown(due: Agreement[], answers = () => of({})) {
  const agree = jest.fn(answers);
  const [chosen, look] = [jest.fn(), jest.fn()];
  const standing = { deletion: signal(null), due: signal(due), agree, chosen, look };
  const { container } = await render(PrivacyBanner, {
    providers: [
      provideRouter([]),
      provideTranslateService(),
      { provide: PrivacyStanding, useValue: standing },
    ],
  });
  return { agree, chosen, look, container };
}

describe('a member whose texts have changed', () => {
  it('reads word by word what is new and what is gone before agreeing', async () => {
    const { container, agree, chosen } = await shown([terms]);
    expect(container.querySelector('ins')).toBeNull();
    fireEvent.click(screen.getByText('shell.agreements.see'));
    expect(container.querySelector('ins')?.textContent).toBe('current ');
    expect(container.querySelector('del')?.textContent).toBe('old ');
    fireEvent.click(screen.getByText('shell.agreements.terms.agree'));
    expect(agree).toHaveBeenCalledWith(terms);
    expect(chosen).toHaveBeenCalledTimes(1);
  });

  it('reads the whole of what was never agreed to', async () => {
    await shown([notice]);
    expect(screen.getByText('shell.agreements.privacy_notice.due')).toBeTruthy();
    fireEvent.click(screen.getByText('shell.agreements.read'));
    expect(screen.getByText('All of it.')).toBeTruthy();
  });

  it('is shown the newest when it changed once more meanwhile', async () => {
    const { look, chosen } = await shown([terms], () => throwError(() => new Error('past')));
    fireEvent.click(screen.getByText('shell.agreements.terms.agree'));
    expect(chosen).not.toHaveBeenCalled();
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('is asked nothing when nothing is due', async () => {
    const { container } = await shown([]);
    expect(container.querySelector('button')).toBeNull();
  });
});
