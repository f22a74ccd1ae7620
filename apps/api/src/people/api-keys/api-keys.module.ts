import { Module } from '@nestjs/common';
import { KeyCabinet } from './adapters/key-cabinet';
import { KeyMint } from './adapters/key-mint';
import { ApiKeysController } from './api-keys.controller';
import { CreateKeyHandler } from './commands/create-key';
import { ForgetKeys } from './commands/forget-person';
import { RevokeKeyHandler } from './commands/revoke-key';
import { RotateKeyHandler } from './commands/rotate-key';
import { CloseServiceHandler, OpenServiceHandler } from './commands/service-accounts';
import { FindKeysHandler } from './queries/find-keys';
import { MyKeysHandler, MyServicesHandler } from './queries/my-keys';
import { TellKeys } from './queries/what-is-kept';

const commands = [
  CloseServiceHandler,
  CreateKeyHandler,
  ForgetKeys,
  OpenServiceHandler,
  RevokeKeyHandler,
  RotateKeyHandler,
];
const queries = [FindKeysHandler, MyKeysHandler, MyServicesHandler, TellKeys];

@Module({
  controllers: [ApiKeysController],
  providers: [...commands, ...queries, KeyCabinet, KeyMint],
})
export class ApiKeysModule {}
