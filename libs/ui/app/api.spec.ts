import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { of } from 'rxjs';
import * as z from 'zod';
import { Api, nothing, REFRESH } from './api';
import type { Problem } from './problem';
import { WORK } from './work';

const answer = z.object({ name: z.string() });

function start(refreshes = true, work: string | null = null) {
  const refresh = jest.fn(() => of(refreshes));
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: REFRESH, useValue: refresh },
      { provide: WORK, useValue: () => of(work) },
    ],
  });
  return {
    api: TestBed.inject(Api),
    server: TestBed.inject(HttpTestingController),
    refresh,
  };
}
const refused = { status: 401, statusText: 'Unauthorized' };
const tooMany = { status: 429, statusText: 'Too many' };
const flood = { code: 'request.challenge_required', facts: { door: 'login' } };

describe('the way to the server', () => {
  it('answers what the schema understands', () => {
    const { api, server } = start();
    const seen: unknown[] = [];
    api.get('/jobs/1', answer).subscribe((value) => seen.push(value));
    server.expectOne('/api/jobs/1').flush({ name: 'Booking site', secret: 1 });
    expect(seen).toEqual([{ name: 'Booking site' }]);
  });

  it('says so when an answer cannot be understood', () => {
    const { api, server } = start();
    let problem: Problem | undefined;
    api.get('/jobs/1', answer).subscribe({ error: (thrown: Problem) => (problem = thrown) });
    server.expectOne('/api/jobs/1').flush({ title: 1 });
    expect(problem?.code).toBe('answer.unreadable');
  });

  it('turns a refusal into a problem with its code, its fields and its correlation id', () => {
    const { api, server } = start();
    let problem: Problem | undefined;
    const stop = { error: (thrown: Problem) => (problem = thrown) };
    api.post('/escrow/1/release', {}, nothing, { idempotencyKey: 'k1' }).subscribe(stop);
    const asked = server.expectOne('/api/escrow/1/release');
    expect(asked.request.headers.get('idempotency-key')).toBe('k1');
    asked.flush(
      { code: 'escrow.exceeds_held', title: 'No', errors: [{ path: ['amount'], code: 'too_big' }] },
      { status: 422, statusText: 'No', headers: { 'x-correlation-id': 'c1' } },
    );
    expect(problem).toMatchObject({
      code: 'escrow.exceeds_held',
      correlationId: 'c1',
      errors: [{ path: 'amount', code: 'too_big' }],
    });
  });

  it('mends an ended session once, and asks again', () => {
    const { api, server, refresh } = start();
    const seen: unknown[] = [];
    api.get('/accounts/me', answer).subscribe((value) => seen.push(value));
    server.expectOne('/api/accounts/me').flush({}, refused);
    server.expectOne('/api/accounts/me').flush({ name: 'Meera' });
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(seen).toEqual([{ name: 'Meera' }]);
  });

  it('does not mend what a log-in was refused for', () => {
    const { api, server, refresh } = start();
    let problem: Problem | undefined;
    const stop = { error: (thrown: Problem) => (problem = thrown) };
    api.post('/accounts/login', {}, answer, { quiet: true }).subscribe(stop);
    server.expectOne('/api/accounts/login').flush({ code: 'accounts.wrong_credentials' }, refused);
    expect(refresh).not.toHaveBeenCalled();
    expect(problem?.code).toBe('accounts.wrong_credentials');
  });

  it('works for a door that asks for it, and asks again by itself', () => {
    const { api, server } = start(true, 'done');
    const seen: unknown[] = [];
    api.post('/accounts/login', {}, answer, { quiet: true }).subscribe((value) => seen.push(value));
    server.expectOne('/api/accounts/login').flush(flood, tooMany);
    const again = server.expectOne('/api/accounts/login');
    expect(again.request.headers.get('x-challenge-answer')).toBe('done');
    again.flush({ name: 'Meera' });
    expect(seen).toEqual([{ name: 'Meera' }]);
  });

  it('says that a door asks for work where nobody would wait for it', () => {
    const { api, server } = start();
    let problem: Problem | undefined;
    const stop = { error: (thrown: Problem) => (problem = thrown) };
    api.get('/search/jobs', answer).subscribe(stop);
    server.expectOne('/api/search/jobs').flush(flood, tooMany);
    expect(problem?.code).toBe('request.challenge_required');
  });

  it('calls a server that cannot be reached by its name', () => {
    const { api, server } = start();
    let problem: Problem | undefined;
    api.get('/jobs', answer).subscribe({ error: (thrown: Problem) => (problem = thrown) });
    server.expectOne('/api/jobs').error(new ProgressEvent('error'));
    expect(problem).toMatchObject({ status: 0, code: 'network.unreachable' });
  });
});
