import { money } from '@money';
import { provideTranslateService } from '@ngx-translate/core';
import { render, screen } from '@testing-library/angular';
import { WORD_FILES } from './app/words';
import { Changes } from './changes';

describe('What would be different', () => {
  it('is said before and afterwards, amounts as money, nothing as a dash', async () => {
    await render(Changes, {
      providers: [
        provideTranslateService(),
        { provide: WORD_FILES, useValue: () => Promise.resolve({}) },
      ],
      inputs: {
        label: 'Changes',
        lines: [
          { id: 'loss', label: 'Losses', before: null, after: money(-5_000, 'INR') },
          { id: 'roles', label: 'Roles', before: 'Support', after: 'Support, Mediator' },
        ],
      },
    });
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent.trim());
    expect(rows[1]).toMatch(/Losses.*–.*50\.00/s);
    expect(rows[2]).toMatch(/Roles.*Support.*Support, Mediator/s);
  });
});
