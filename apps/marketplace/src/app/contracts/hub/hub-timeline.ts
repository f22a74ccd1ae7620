import type { ContractView } from '@wire/contracts';
import type { Say } from '@ui/app/say';
import type { IconName } from '@ui/icon-strokes';
import type { TimelineEntry } from '@ui/timeline';
import { placeOf } from '../next-words';

interface FactLook {
  icon: IconName;
  tone?: TimelineEntry['tone'];
}
const looks: Record<string, FactLook> = {
  ContractOffered: { icon: 'contract' },
  ContractSigned: { icon: 'contract', tone: 'brand' },
  ContractDeclined: { icon: 'close', tone: 'danger' },
  ContractWithdrawn: { icon: 'close' },
  ContractCompleted: { icon: 'check', tone: 'brand' },
  WorkUpdatePosted: { icon: 'message' },
  EscrowFunded: { icon: 'shield', tone: 'brand' },
  MilestoneSubmitted: { icon: 'upload', tone: 'attention' },
  RevisionRequested: { icon: 'edit', tone: 'attention' },
  EscrowReleased: { icon: 'check', tone: 'brand' },
  EscrowRefunded: { icon: 'arrow-start', tone: 'neutral' },
  DisputeOpened: { icon: 'flag', tone: 'danger' },
  DisputeAnswered: { icon: 'flag' },
  DisputeSettled: { icon: 'flag', tone: 'brand' },
  DisputeWithdrawn: { icon: 'flag' },
  DecisionIssued: { icon: 'scales', tone: 'brand' },
  AppealOpened: { icon: 'scales', tone: 'attention' },
  AppealDecided: { icon: 'scales', tone: 'brand' },
};

/** What each filter shows. The parts of the money strip are filters too. */
export const shownBy: Record<string, readonly string[]> = {
  work: ['WorkUpdatePosted', 'MilestoneSubmitted', 'RevisionRequested'],
  money: ['EscrowFunded', 'EscrowReleased', 'EscrowRefunded'],
  papers: [
    'ContractOffered',
    'ContractSigned',
    'ContractDeclined',
    'ContractWithdrawn',
    'ContractCompleted',
  ],
  disputes: [
    'DisputeOpened',
    'DisputeAnswered',
    'DisputeSettled',
    'DisputeWithdrawn',
    'DecisionIssued',
    'AppealOpened',
    'AppealDecided',
  ],
  held: ['EscrowFunded'],
  review: ['MilestoneSubmitted', 'RevisionRequested'],
  released: ['EscrowReleased'],
  fees: ['EscrowFunded', 'EscrowReleased'],
  refunded: ['EscrowRefunded'],
};
export const filters = ['all', 'work', 'money', 'papers'] as const;

/** The facts of the contract as entries, newest first; `show` is a filter or `all`. */
export function entriesOf(view: ContractView, show: string, say: Say): TimelineEntry[] {
  const kinds = shownBy[show];
  return view.timeline
    .filter(({ kind }) => kinds?.includes(kind) ?? true)
    .map((item) => ({
      id: item.id,
      title: say.it(`contracts.facts.${looks[item.kind] ? item.kind : 'other'}`, {
        who: item.by?.name ?? 'Guildhall',
        milestone: placeOf(view, item.milestoneId) ?? '',
        kind: item.kind,
      }),
      at: item.at,
      ...(looks[item.kind] ?? { icon: 'dots' as const }),
      note: item.note,
      amount: item.amount,
      proof: `${item.proof.stream} · ${item.proof.version}`,
    }))
    .sort((a, b) => b.at.localeCompare(a.at));
}
