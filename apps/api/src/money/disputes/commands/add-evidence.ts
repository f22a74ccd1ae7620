import type { AddEvidence as Input } from '@wire/disputes';
import type * as wire from '@wire/disputes';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { known, other, sideOf } from '../domain/dispute';
import { answer, closeWindow, submit } from '../domain/opening';
import { Cases } from './cases';
import { keepEvidence } from './evidence';
import { itemOf, NewEvidence } from './new-evidence';

/** A side adds words and files to the case while its window is open. */
export class AddEvidence extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly input: Input,
  ) {
    super();
  }
}

/** A side has nothing to add any more. */
export class CloseEvidence extends Command<void> {
  constructor(readonly disputeId: string) {
    super();
  }
}

/** The other side answers the claim, in words and with files. */
export class AnswerDispute extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly input: z.infer<typeof wire.answerDispute>,
  ) {
    super();
  }
}

@CommandHandler(AddEvidence)
export class AddEvidenceHandler implements ICommandHandler<AddEvidence> {
  constructor(
    private readonly cases: Cases,
    private readonly newEvidence: NewEvidence,
  ) {}

  async execute({ disputeId, input: { text, files } }: AddEvidence): Promise<void> {
    const { items, readers } = await gathered(this.cases, this.newEvidence, disputeId, text, files);
    await this.cases.decide(
      disputeId,
      (state, { by, now }) => submit(state, by, items.map(itemOf), now),
      {
        rows: async (sql) => {
          await keepEvidence(sql, disputeId, items);
          await this.newEvidence.share(sql, files, readers);
        },
      },
    );
  }
}

@CommandHandler(CloseEvidence)
export class CloseEvidenceHandler implements ICommandHandler<CloseEvidence> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId }: CloseEvidence): Promise<void> {
    await this.cases.decide(disputeId, (state, { by, now }) => closeWindow(state, by, now));
  }
}

@CommandHandler(AnswerDispute)
export class AnswerDisputeHandler implements ICommandHandler<AnswerDispute> {
  constructor(
    private readonly cases: Cases,
    private readonly newEvidence: NewEvidence,
  ) {}

  async execute({ disputeId, input: { text, files } }: AnswerDispute): Promise<void> {
    const words = await this.cases.write('answer', text);
    const { items, readers } = await gathered(this.cases, this.newEvidence, disputeId, '', files);
    await this.cases.decide(
      disputeId,
      (state, { by, now }) => {
        const added = submit(state, by, items.map(itemOf), now);
        return [answer(state, by, { words: words.ref, now }), ...added];
      },
      {
        words: [words],
        rows: async (sql) => {
          await keepEvidence(sql, disputeId, items);
          await this.newEvidence.share(sql, files, readers);
        },
      },
    );
  }
}

/** What is added, and who in the case has to be able to read it. */
async function gathered(
  cases: Cases,
  newEvidence: NewEvidence,
  disputeId: string,
  text: string,
  files: readonly string[],
) {
  const open = known(await cases.read(disputeId));
  const side = sideOf(open, cases.circumstance.by);
  const items = await newEvidence.of(text, files, side);
  const otherId = other(side) === 'client' ? open.clientId : open.providerId;
  return { items, readers: [otherId, ...(open.mediatorId ? [open.mediatorId] : [])] };
}
