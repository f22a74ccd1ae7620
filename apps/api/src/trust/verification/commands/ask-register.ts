import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Logger } from '@nestjs/common';
import type { RegisterOutcome } from '@wire/verification';
import { CompanyRegister } from '../adapters/company-register';
import { opened, rowOf, type Stated } from '../adapters/verification-rows';
import { registerOutcome, type Registered } from '../domain/register';

/** Asks the public register about the company of these papers; again when somebody of compliance wants. */
export class AskRegister extends Command<{ outcome: RegisterOutcome }> {
  constructor(readonly verificationId: string) {
    super();
  }
}

@CommandHandler(AskRegister)
export class AskRegisterHandler implements ICommandHandler<AskRegister> {
  private readonly logger = new Logger(AskRegister.name);

  constructor(
    private readonly database: Database,
    private readonly keys: SubjectKeys,
    private readonly register: CompanyRegister,
  ) {}

  /** A register that is away keeps nobody waiting: people see that it did not answer. */
  async execute({ verificationId: id }: AskRegister): Promise<{ outcome: RegisterOutcome }> {
    const row = await rowOf(this.database, id);
    const { company } = (await opened(this.keys, row)).stated;
    if (!company) return reject('verification.no_company');
    const found = await this.look(company);
    const outcome = found === undefined ? 'no_answer' : registerOutcome(company, found);
    const sealed = found ? await this.keys.seal(row.accountId, JSON.stringify(found)) : '';
    await this.database.query(
      'update verifications set registry_outcome = $2, registry = $3 where id = $1',
      [id, outcome, sealed],
    );
    return { outcome };
  }

  private async look(
    company: NonNullable<Stated['company']>,
  ): Promise<Registered | null | undefined> {
    try {
      return await this.register.find(company);
    } catch (error) {
      this.logger.warn(`the register of companies did not answer: ${(error as Error).message}`);
      return undefined;
    }
  }
}
