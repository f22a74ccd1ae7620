import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Toasts } from '../toasts';
import { refreshOnce } from './refresh';
import { Say } from './say';
import { Session } from './session';

function start(signedIn: boolean) {
  const ended = jest.fn(() => Promise.resolve());
  const navigate = jest.fn(() => Promise.resolve(true));
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: Session, useValue: { signedIn: () => signedIn, ended } },
      { provide: Router, useValue: { url: '/wallet?tab=held', navigate } },
      { provide: Toasts, useValue: { say: jest.fn() } },
      { provide: Say, useValue: { it: (key: string) => key } },
    ],
  });
  const refresh = TestBed.runInInjectionContext(refreshOnce);
  return { refresh, server: TestBed.inject(HttpTestingController), ended, navigate };
}
const path = '/api/accounts/refresh';
const refused = { status: 401, statusText: 'Unauthorized' };

describe('a session', () => {
  it('that is over leads to the log-in, and back to the page that was open', async () => {
    const { refresh, server, ended, navigate } = start(true);
    const seen: boolean[] = [];
    refresh().subscribe((again) => seen.push(again));
    server.expectOne(path).flush({}, refused);
    await Promise.resolve();
    expect(seen).toEqual([false]);
    expect(ended).toHaveBeenCalledTimes(1);
    expect(navigate).toHaveBeenCalledWith(['/login'], {
      queryParams: { next: '/wallet?tab=held' },
    });
  });

  it('that could not be asked for is not over', () => {
    const { refresh, server, ended } = start(true);
    refresh().subscribe();
    server.expectOne(path).flush({}, { status: 503, statusText: 'Busy' });
    expect(ended).not.toHaveBeenCalled();
  });

  it('that never was leaves a guest where they are', () => {
    const { refresh, server, navigate } = start(false);
    refresh().subscribe();
    server.expectOne(path).flush({}, refused);
    expect(navigate).not.toHaveBeenCalled();
  });

  it('is asked for once by many', () => {
    const { refresh, server } = start(true);
    const seen: boolean[] = [];
    for (let request = 0; request < 3; request += 1)
      refresh().subscribe((again) => seen.push(again));
    server.expectOne(path).flush({});
    expect(seen).toEqual([true, true, true]);
  });
});
