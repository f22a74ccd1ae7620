import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { catchError, exhaustMap, map, type Observable, of, switchMap, tap } from 'rxjs';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Toasts } from '@ui/toasts';
import { ProposalsApi } from './proposals.api';
import { ProposalPages, ProposalsAnswered } from './proposals.store';

const orRefused = <A extends Action>(answer: Observable<A>) =>
  answer.pipe(
    catchError((thrown: unknown) => of(ProposalsAnswered.refused({ problem: asProblem(thrown) }))),
  );

export const loadJob = createEffect(
  (actions = inject(Actions), api = inject(ProposalsApi)) =>
    actions.pipe(
      ofType(ProposalPages.proposeOpened, ProposalPages.jobChanged),
      switchMap(({ jobId }) =>
        api.job(jobId).pipe(
          map((job) => ProposalsAnswered.job({ job })),
          catchError((thrown: unknown) =>
            of(ProposalsAnswered.jobRefused({ problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);

export const loadProposal = createEffect(
  (actions = inject(Actions), api = inject(ProposalsApi)) =>
    actions.pipe(
      ofType(ProposalPages.opened, ProposalPages.changed, ProposalsAnswered.withdrawn),
      switchMap(({ id }) =>
        api.proposal(id).pipe(
          map((proposal) => ProposalsAnswered.proposal({ proposal })),
          catchError((thrown: unknown) =>
            of(ProposalsAnswered.proposalRefused({ problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);

/** The questions that were answered stand with the job: an edit needs it too. */
export const loadJobOfProposal = createEffect(
  (actions = inject(Actions)) =>
    actions.pipe(
      ofType(ProposalsAnswered.proposal),
      map(({ proposal }) => ProposalPages.jobChanged({ jobId: proposal.jobId })),
    ),
  { functional: true },
);

export const submit = createEffect(
  (actions = inject(Actions), api = inject(ProposalsApi)) =>
    actions.pipe(
      ofType(ProposalPages.submit),
      exhaustMap(({ jobId, proposal }) =>
        orRefused(
          api.submit(jobId, proposal).pipe(map(({ id }) => ProposalsAnswered.sent({ id, jobId }))),
        ),
      ),
    ),
  { functional: true },
);

export const edit = createEffect(
  (actions = inject(Actions), api = inject(ProposalsApi)) =>
    actions.pipe(
      ofType(ProposalPages.edit),
      exhaustMap(({ id, proposal }) =>
        orRefused(api.edit(id, proposal).pipe(map(() => ProposalsAnswered.edited({ id })))),
      ),
    ),
  { functional: true },
);

export const withdraw = createEffect(
  (actions = inject(Actions), api = inject(ProposalsApi)) =>
    actions.pipe(
      ofType(ProposalPages.withdraw),
      exhaustMap(({ id }) =>
        orRefused(api.withdraw(id).pipe(map(() => ProposalsAnswered.withdrawn({ id })))),
      ),
    ),
  { functional: true },
);

export const goToProposal = createEffect(
  (
    actions = inject(Actions),
    router = inject(Router),
    toasts = inject(Toasts),
    say = inject(Say),
  ) =>
    actions.pipe(
      ofType(ProposalsAnswered.sent, ProposalsAnswered.edited),
      tap((action) => {
        const sent = action.type === ProposalsAnswered.sent.type;
        toasts.say({ text: say.it(sent ? 'proposals.sent' : 'proposals.edited') });
        void router.navigate(['/proposals', action.id]);
      }),
    ),
  { functional: true, dispatch: false },
);
