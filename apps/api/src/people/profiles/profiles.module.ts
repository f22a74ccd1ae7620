import { Module } from '@nestjs/common';
import { NamesOfHandler } from './queries/names-of';

@Module({ providers: [NamesOfHandler] })
export class ProfilesModule {}
