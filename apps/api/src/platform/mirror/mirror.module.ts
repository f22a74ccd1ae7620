import { Module } from '@nestjs/common';
import { KurrentMirror } from './commands/mirror-events';

@Module({ providers: [KurrentMirror] })
export class MirrorModule {}
