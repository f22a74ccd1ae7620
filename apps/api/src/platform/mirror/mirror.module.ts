import { Module } from '@nestjs/common';
import { KurrentMirror } from './adapters/kurrent-mirror';

@Module({ providers: [KurrentMirror] })
export class MirrorModule {}
