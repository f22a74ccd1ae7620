import {
  after,
  answers,
  appeals,
  assigns,
  client,
  escalates,
  inr,
  issues,
  later,
  lead,
  mediation,
  mediator,
  opens,
  panels,
  rules,
  ruling,
  start,
  third,
  votes,
  words,
  type Refusal,
  decided,
  deliberating,
} from '../../../../../../test/support/dispute-story';
import { appeal, assignPanel } from './appeal';
import { executed } from './deadlines';
import { assign, issue, rule } from './ruling';

describe('those who decide a dispute are refused, when it', () => {
  it.each<Refusal>([
    ['has a mediator in mediation only', [opens], assigns, 'disputes.not_in_mediation'],
    [
      'has a mediator without a stake',
      [opens, answers, escalates],
      (s) => assign(s, lead, { mediatorId: client, hasStake: false }),
      'disputes.conflict',
    ],
    ['keeps its mediator', [...mediation], assigns, 'disputes.already_assigned'],
    [
      'is ruled on when both were heard',
      [opens, answers, escalates, assigns],
      rules,
      'disputes.windows_open',
    ],
    [
      'is ruled on by its mediator',
      [...mediation],
      (s) => rule(s, lead, ruling(70)),
      'disputes.not_assigned',
    ],
    ['is ruled on in mediation', [...decided], rules, 'disputes.not_in_mediation'],
    ['has one ruling at a time', [...mediation, rules], rules, 'disputes.ruling_pending'],
    ['issues what was proposed', [...mediation], issues, 'disputes.not_proposed'],
    [
      'is approved by a second person',
      [...mediation, rules],
      (s) => issue(s, { rulingId: 'r1', approverId: mediator, now: start }),
      'disputes.conflict',
    ],
    ['is appealed when decided', [...mediation], appeals, 'disputes.not_decided'],
    ['is appealed once', [...decided, appeals], appeals, 'disputes.already_appealed'],
    [
      'is appealed in time',
      [...decided],
      (s) => appeal(s, client, { grounds: words, now: later(11) }),
      'disputes.appeal_over',
    ],
    ['has a panel when appealed', [...decided], panels, 'disputes.not_appealed'],
    ['has one panel', [...deliberating], panels, 'disputes.panel_assigned'],
    [
      'has a panel of others',
      [...decided, appeals],
      (s) => assignPanel(s, lead, { memberIds: [mediator, third], hasStake: false }),
      'disputes.conflict',
    ],
    [
      'has a panel of two',
      [...decided, appeals],
      (s) => assignPanel(s, lead, { memberIds: [third, third], hasStake: false }),
      'disputes.conflict',
    ],
    ['hears its panel', [...deliberating], votes(lead, null), 'disputes.not_on_panel'],
    [
      'is carried out when final',
      [...decided],
      (s) => executed(s, { toProvider: inr(1), net: inr(1), toClient: inr(1), refunded: inr(1) }),
      'disputes.not_final',
    ],
  ])('%s', (_, steps, step, code) => {
    after(...steps)
      .when(step)
      .thenRejects(code);
  });
});
