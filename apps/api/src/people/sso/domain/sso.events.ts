import type { EventsOf } from '@kernel/events';
import { id, instant } from '@wire/primitives';
import { ssoState } from '@wire/sso';
import * as z from 'zod';

const organisation = { organisationId: id };
const domain = { ...organisation, domainId: id, by: id };

export const ssoEvents = {
  DomainClaimed: z.object(domain).describe('The organisation says that a domain is its own.'),
  DomainVerified: z
    .object(domain)
    .describe('The record stood in the DNS: addresses of the domain belong to the organisation.'),
  DomainMissing: z
    .object({ ...organisation, domainId: id, endsAt: instant })
    .describe('The record of a proved domain is gone; it has a week to come back.'),
  DomainLost: z
    .object({ ...organisation, domainId: id, ssoOff: z.boolean() })
    .describe('The record was gone for a week: the domain proves nothing any more.'),
  DomainReleased: z.object(domain).describe('The domain is the organisation’s no more.'),
  IssuerSaved: z
    .object({ ...organisation, connectionId: id, by: id })
    .describe('People of the organisation are vouched for by this issuer, or by its new secret.'),
  IssuerRemoved: z
    .object({ ...organisation, connectionId: id, by: id })
    .describe('Nobody vouches for people of the organisation any more.'),
  SsoRulesChanged: z
    .object({ ...organisation, state: ssoState, by: id })
    .describe('Single sign-on is off, on, or the only way in for addresses of the organisation.'),
  EnteredBesideSso: z
    .object({ ...organisation, accountId: id })
    .describe('An owner came in without the issuer although it is the only way in for others.'),
};

export type SsoEvent = EventsOf<typeof ssoEvents>;
