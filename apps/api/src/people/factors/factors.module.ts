import { Module } from '@nestjs/common';
import { Ceremonies } from './adapters/ceremonies';
import { FactorLocks } from './adapters/factor-locks';
import { Passkeys } from './adapters/passkeys';
import { RecoveryCodes } from './adapters/recovery-codes';
import { Totp } from './adapters/totp';
import { AddPasskeyHandler, OfferPasskeyHandler } from './commands/add-passkey';
import { AddSmsHandler } from './commands/add-sms';
import { BeginTotpHandler, ConfirmTotpHandler } from './commands/add-totp';
import { AskOwnPasskeyHandler } from './commands/ask-own-passkey';
import { AskPasskeyHandler, WhoSignedHandler } from './commands/ask-passkey';
import { ForgetFactors } from './commands/forget-person';
import { MakeRecoveryCodesHandler } from './commands/make-recovery-codes';
import { ProveFactorHandler } from './commands/prove-factor';
import { RemoveFactorHandler } from './commands/remove-factor';
import { RenamePasskeyHandler } from './commands/rename-passkey';
import { FactorsController } from './factors.controller';
import { FactorsOfHandler } from './queries/factors-of';
import { MyFactorsHandler } from './queries/my-factors';
import { TellFactors } from './queries/what-is-kept';

const commands = [
  AddPasskeyHandler,
  AddSmsHandler,
  AskOwnPasskeyHandler,
  AskPasskeyHandler,
  BeginTotpHandler,
  ConfirmTotpHandler,
  MakeRecoveryCodesHandler,
  OfferPasskeyHandler,
  ProveFactorHandler,
  RemoveFactorHandler,
  RenamePasskeyHandler,
  WhoSignedHandler,
];

@Module({
  controllers: [FactorsController],
  providers: [
    ...commands,
    TellFactors,
    Ceremonies,
    FactorLocks,
    FactorsOfHandler,
    ForgetFactors,
    MyFactorsHandler,
    Passkeys,
    RecoveryCodes,
    Totp,
  ],
})
export class FactorsModule {}
