import { Module } from '@nestjs/common';
import { ReleaseMilestoneHandler } from './commands/release-milestone';

@Module({ providers: [ReleaseMilestoneHandler] })
export class EscrowModule {}
