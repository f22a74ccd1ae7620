import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, EMPTY, exhaustMap, map, mergeMap, of, switchMap, tap } from 'rxjs';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Toasts } from '@ui/toasts';
import { JobsApi } from './jobs.api';
import { JobActions, JobsAnswered } from './jobs.store';

export const loadJob = createEffect(
  (actions = inject(Actions), api = inject(JobsApi)) =>
    actions.pipe(
      ofType(JobActions.opened, JobActions.manageOpened, JobActions.changed, JobsAnswered.closed),
      switchMap(({ id }) =>
        api.job(id).pipe(
          map((job) => JobsAnswered.job({ job })),
          catchError((thrown: unknown) =>
            of(JobsAnswered.jobRefused({ problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);

export const loadProposals = createEffect(
  (actions = inject(Actions), api = inject(JobsApi)) =>
    actions.pipe(
      ofType(JobActions.manageOpened),
      switchMap(({ id }) =>
        api.proposals(id).pipe(
          map(({ items }) => JobsAnswered.proposals({ proposals: items })),
          catchError((thrown: unknown) =>
            of(JobsAnswered.proposalsRefused({ problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);

/** Matches are beside the point of the page: without them it still works. */
export const loadMatches = createEffect(
  (actions = inject(Actions), api = inject(JobsApi)) =>
    actions.pipe(
      ofType(JobActions.manageOpened),
      switchMap(({ id }) =>
        api.matches(id).pipe(
          map((matches) => JobsAnswered.matches({ matches })),
          catchError(() => EMPTY),
        ),
      ),
    ),
  { functional: true },
);

/** The provider sees when it was read; only the first look is told. */
export const tellViewed = createEffect(
  (actions = inject(Actions), api = inject(JobsApi)) =>
    actions.pipe(
      ofType(JobActions.readProposal),
      mergeMap(({ proposal }) =>
        proposal.status === 'sent'
          ? api.view(proposal.id).pipe(
              map(() =>
                JobsAnswered.decided({
                  proposal: {
                    ...proposal,
                    status: 'viewed',
                    viewedAt: new Date(Date.now()).toISOString(),
                  },
                }),
              ),
              catchError(() => EMPTY),
            )
          : EMPTY,
      ),
    ),
  { functional: true },
);

export const decide = createEffect(
  (actions = inject(Actions), api = inject(JobsApi), say = inject(Say), toasts = inject(Toasts)) =>
    actions.pipe(
      ofType(JobActions.shortlist, JobActions.decline),
      exhaustMap((action) => {
        const { proposal } = action;
        const { name } = proposal.provider;
        const declined = 'reason' in action;
        const told = declined
          ? api.decline(proposal.id, action.reason, action.note)
          : api.shortlist(proposal.id);
        return told.pipe(
          tap(() => {
            const text = say.it(`jobs.manage.${declined ? 'declined' : 'shortlisted'}`, { name });
            toasts.say({ text });
          }),
          map(() =>
            JobsAnswered.decided({
              proposal: { ...proposal, status: declined ? 'declined' : 'shortlisted' },
            }),
          ),
          catchError((thrown: unknown) =>
            of(
              JobsAnswered.decisionRefused({
                problem: asProblem(thrown),
                proposalId: proposal.id,
              }),
            ),
          ),
        );
      }),
    ),
  { functional: true },
);

export const close = createEffect(
  (actions = inject(Actions), api = inject(JobsApi)) =>
    actions.pipe(
      ofType(JobActions.close),
      exhaustMap(({ id, reason }) =>
        api.close(id, reason).pipe(
          map(() => JobsAnswered.closed({ id })),
          catchError((thrown: unknown) =>
            of(JobsAnswered.decisionRefused({ problem: asProblem(thrown), proposalId: null })),
          ),
        ),
      ),
    ),
  { functional: true },
);
