import type { DisputeAction, DisputeView } from '@wire/dispute-case';
import { disputeCategory, type EvidenceItem, type Side } from '@wire/disputes';
import type { FileView } from '@wire/files';
import type { Person } from '@wire/primitives';
import { isOpenWindow, isUndecided, other, type Case } from '../domain/dispute';
import type { Step } from '../domain/step';
import { lastOf, type EvidenceRow, type Told, type WholeCase } from './case-file';

export interface Around {
  readonly people: ReadonlyMap<string, Person>;
  readonly files: ReadonlyMap<string, FileView>;
  readonly titles: ReadonlyMap<string, string>;
  readonly now: Date;
}

type Views = Pick<
  DisputeView,
  | 'category'
  | 'amount'
  | 'openedBy'
  | 'openedAt'
  | 'updatedAt'
  | 'milestones'
  | 'claim'
  | 'answer'
  | 'windows'
  | 'evidence'
  | 'offers'
  | 'mediator'
  | 'recommendation'
  | 'appeal'
  | 'executed'
  | 'history'
>;

/** Everybody whose name the case file shows. */
export function peopleIn({ open, evidence }: WholeCase): string[] {
  const authors = evidence.flatMap(({ author_id: author }) => author ?? []);
  return [
    open.clientId,
    open.providerId,
    ...(open.mediatorId ? [open.mediatorId] : []),
    ...authors,
  ];
}

export function partsOfCase(whole: WholeCase, around: Around): Views {
  const { open, facts } = whole;
  const opened = lastOf(whole, 'DisputeOpened');
  const mediator = around.people.get(open.mediatorId ?? '');
  const paid = lastOf(whole, 'DecisionExecuted');
  return {
    category: disputeCategory.parse(opened?.data.category),
    ...{ amount: open.amount, openedBy: open.openedBy },
    openedAt: opened?.metadata.at ?? '',
    updatedAt: facts.at(-1)?.metadata.at ?? '',
    milestones: open.milestones.map(({ id, amount }) => ({
      ...{ id, amount, title: around.titles.get(id) ?? '' },
    })),
    claim: wordsOf(whole, opened?.data.claim.id) ?? { text: '', sha256: '', at: '' },
    answer: wordsOf(whole, lastOf(whole, 'DisputeAnswered')?.data.answer.id),
    windows: {
      client: windowOf(open, 'client', around.now),
      provider: windowOf(open, 'provider', around.now),
    },
    evidence: whole.evidence.map((row) => evidenceOf(row, around)),
    offers: offersOf(whole),
    mediator: mediator ? { id: mediator.id, name: mediator.name } : null,
    recommendation: recommendationOf(whole),
    appeal: appealOf(whole),
    executed: paid
      ? {
          at: paid.metadata.at,
          ...{ toProvider: paid.data.toProvider, net: paid.data.net, refunded: paid.data.refunded },
        }
      : null,
    history: facts.map((fact) => ({
      kind: fact.type,
      at: fact.metadata.at,
      by: actorOf(fact),
      version: fact.version,
    })),
  };
}

export function wordsOf({ words }: WholeCase, id: string | undefined) {
  const row = words.get(id ?? '');
  return row ? { text: row.body, sha256: row.sha256, at: row.at.toISOString() } : null;
}

const windowOf = (open: Case, side: Side, now: Date) => ({
  until: open.windows[side],
  open: isUndecided(open) && isOpenWindow(open, side, now),
});

function evidenceOf(row: EvidenceRow, { people, files }: Around): EvidenceItem {
  const author = people.get(row.author_id ?? '');
  return {
    ...{ id: row.id, kind: row.kind, by: row.by_side, text: row.body, sha256: row.sha256 },
    author: author ? { id: author.id, name: author.name } : null,
    at: row.at.toISOString(),
    file: files.get(row.file_id ?? '') ?? null,
    size: Number(row.size),
    source: row.source_stream
      ? { stream: row.source_stream, version: Number(row.source_version) }
      : null,
  };
}

function offersOf(whole: WholeCase): DisputeView['offers'] {
  return whole.facts.flatMap((fact) => {
    if (fact.type !== 'OfferMade') return [];
    const { offerId, by, allocations, note } = fact.data;
    const state = whole.open.offers.find(({ id }) => id === offerId)?.state ?? 'open';
    const text = wordsOf(whole, note?.id)?.text ?? '';
    return [{ id: offerId, by, at: fact.metadata.at, note: text, allocations, state }];
  });
}

function recommendationOf(whole: WholeCase): DisputeView['recommendation'] {
  const issued = lastOf(whole, 'RecommendationIssued');
  const reasons = wordsOf(whole, issued?.data.reasons.id);
  if (!issued || !reasons) return null;
  const { allocations } = issued.data;
  return { at: issued.metadata.at, allocations, reasons, acceptedBy: [...whole.open.acceptedBy] };
}

function appealOf(whole: WholeCase): DisputeView['appeal'] {
  const opened = lastOf(whole, 'AppealOpened');
  const grounds = wordsOf(whole, opened?.data.grounds.id);
  if (!opened || !grounds) return null;
  const { by, decideBy } = opened.data;
  return { by, at: opened.metadata.at, grounds, decideBy, state: appealState(whole.open) };
}

function appealState({ appealDecided, panel }: Case) {
  if (!appealDecided) return panel.length > 0 ? ('deciding' as const) : ('panel_wanted' as const);
  if (appealDecided.basis === 'default') return 'stands_by_default' as const;
  return appealDecided.upheld ? ('upheld' as const) : ('changed' as const);
}

function actorOf({ metadata, data }: Told): DisputeView['history'][number]['by'] {
  if (metadata.actor.type === 'system') return 'clock';
  if (metadata.actor.id === data.clientId) return 'client';
  return metadata.actor.id === data.providerId ? 'provider' : 'staff';
}

/** What a side may do now: the buttons of its page. */
export function actionsOf(open: Case, side: Side, now: Date): DisputeAction[] {
  const theirs = open.offers.some(({ by, state }) => by === other(side) && state === 'open');
  const undecided = isUndecided(open);
  const may: Record<DisputeAction, boolean> = {
    answer: open.status === 'evidence' && side !== open.openedBy,
    add_evidence: undecided && isOpenWindow(open, side, now),
    close_evidence: undecided && isOpenWindow(open, side, now),
    offer: undecided,
    accept_offer: undecided && theirs,
    escalate: open.status === 'negotiation',
    accept_recommendation:
      undecided && open.recommendation !== undefined && !open.acceptedBy.includes(side),
    withdraw: undecided && side === open.openedBy,
    appeal: open.status === 'decided' && now < new Date(open.decision?.appealBy ?? 0),
  };
  return (Object.keys(may) as DisputeAction[]).filter((action) => may[action]);
}

export function isMine(
  owner: Step['owner'],
  role: Side | 'staff',
  open: Case,
  viewerId: string,
): boolean {
  if (role !== 'staff') return owner === role || owner === 'both';
  if (owner === 'mediator') return open.mediatorId === viewerId;
  return owner === 'panel' && open.panel.includes(viewerId);
}
