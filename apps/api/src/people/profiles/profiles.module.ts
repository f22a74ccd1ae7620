import { Module } from '@nestjs/common';
import { CardsOfHandler } from './queries/cards-of';
import { NamesOfHandler } from './queries/names-of';

@Module({ providers: [CardsOfHandler, NamesOfHandler] })
export class ProfilesModule {}
