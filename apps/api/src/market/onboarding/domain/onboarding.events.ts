import { taskKind } from '@wire/onboarding';
import { id, instant } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const standing = { onboardingId: id, organisationId: id, providerId: id };
const task = { ...standing, taskId: id };

export const onboardingEvents = {
  OnboardingPlanned: z
    .object({
      ...{ planId: id, organisationId: id, workspaceId: id.nullable() },
      ...{ version: z.int(), tasks: z.int(), by: id },
    })
    .describe('An organisation asks other tasks of who works for it from now on.'),
  OnboardingBegun: z
    .object({ ...standing, contractId: id, planId: id })
    .describe('A provider signed a contract of an organisation and has its tasks to do.'),
  OnboardingTaskHandedIn: z
    .object({ ...task, kind: taskKind, sha256: z.string().nullable(), reviewed: z.boolean() })
    .describe('The provider did a task; the hash is of the text that was confirmed or signed.'),
  OnboardingTaskAccepted: z
    .object({ ...task, by: id })
    .describe('Somebody of the organisation looked at a task and took it.'),
  OnboardingTaskReturned: z
    .object({ ...task, by: id, dueAt: instant })
    .describe('Somebody of the organisation sent a task back; the reason stays with it.'),
  OnboardingTaskNears: z
    .object({ ...task, dueAt: instant })
    .describe('A task that nobody has done yet is due soon.'),
  OnboardingDone: z.object(standing).describe('Every required task of an onboarding is done.'),
};

export type OnboardingEvent = EventsOf<typeof onboardingEvents>;
