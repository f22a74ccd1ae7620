import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ConsentState } from '@wire/consents';
import { Subject } from 'rxjs';
import { Api } from './api';
import { PrivacyStanding } from './privacy-standing';
import { Session } from './session';
import { Words } from './words';

const said = (given: boolean) =>
  ({ choices: [{ purpose: 'analytics', given }], agreements: [] }) as unknown as ConsentState;

describe('whether pages are counted', () => {
  it('is what was said last, also when an older answer comes later', async () => {
    const answers = new Subject<ConsentState>();
    const get = jest.fn(() => answers);
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { get } },
        { provide: Session, useValue: { viewer: signal(null), signedIn: signal(false) } },
        { provide: Words, useValue: { language: signal('en') } },
      ],
    });
    const standing = TestBed.inject(PrivacyStanding);
    TestBed.tick();
    // The words of the question are loaded first.
    while (get.mock.calls.length === 0) await new Promise((done) => setTimeout(done));
    standing.chosen(said(false));
    answers.next(said(true));
    expect(standing.counts()).toBe(false);
    standing.look();
    while (get.mock.calls.length === 1) await new Promise((done) => setTimeout(done));
    answers.next(said(true));
    expect(standing.counts()).toBe(true);
  });
});
