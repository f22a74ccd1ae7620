import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { networks, prefixBits } from '../networks';
import { Rejection } from '../reject';

export interface AddressRule {
  readonly id: string;
  readonly cidr: string;
  readonly effect: 'deny' | 'allow';
}

/** What somebody who was turned away can quote, and what the staff finds the rule by. */
export const caseOf = (ruleId: string): string => `IP-${ruleId.slice(-8).toUpperCase()}`;

/** Whoever watches over the process is asked from the inside. */
const always = /^\/(health|metrics)(\/|\?|$)/;
const maxKnown = 10_000;

/** Who may come in at all. Rules are set from outside and hold from the next request on. */
@Injectable()
export class Gate {
  private rules: readonly { rule: AddressRule; covers: (address: string) => boolean }[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly known = new LRUCache<string, { rule: AddressRule | undefined }>({
    max: maxKnown,
  });

  /** The narrowest rule decides; of two that are equally narrow, the one that denies. */
  use(rules: readonly AddressRule[]): void {
    const rank = ({ cidr, effect }: AddressRule) =>
      prefixBits(cidr) * 2 + Number(effect === 'deny');
    this.rules = [...rules]
      .sort((a, b) => rank(b) - rank(a))
      .map((rule) => ({ rule, covers: networks(rule.cidr) }));
    this.known.clear();
    for (const listener of this.listeners) listener();
  }

  /** Called after the rules changed: who is inside already may have to leave. */
  on(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** The rule that keeps an address out, if any. */
  against(address: string): AddressRule | undefined {
    if (this.rules.length === 0) return undefined;
    const found = () => ({ rule: this.rules.find(({ covers }) => covers(address))?.rule });
    const known = this.known.get(address) ?? found();
    this.known.set(address, known);
    return known.rule?.effect === 'deny' ? known.rule : undefined;
  }

  watch(server: FastifyInstance): void {
    server.addHook('onRequest', (request, _, done) => {
      const rule = always.test(request.url) ? undefined : this.against(request.ip);
      done(rule && new Rejection('request.address_blocked', { caseId: caseOf(rule.id) }));
    });
  }
}
