import {
  findJobs,
  findSavedSearches,
  findTalent,
  jobResults,
  savedSearches,
  saveSearch,
  suggest,
  suggestions,
  talentResults,
} from '@wire/search';
import type { FindJobs as Filter, JobResults } from '@wire/search';
import { created, id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Challenged } from '@kernel/http/challenge-guard';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { ForgetSearch } from './commands/forget-search';
import { SaveSearch } from './commands/save-search';
import { FindJobs } from './queries/find-jobs';
import { FindTalent } from './queries/find-talent';
import { MySearches } from './queries/my-searches';
import { Suggest } from './queries/suggest';

@Controller('api/search')
export class SearchController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('jobs')
  @ApiOperation({ summary: 'Finds jobs.' })
  @Can('read', 'Job')
  @Challenged('search')
  @Returns(jobResults)
  jobs(@Query({ schema: findJobs }) filter: Filter): Promise<JobResults> {
    return this.queries.execute(new FindJobs(filter));
  }

  @Get('talent')
  @Can('read', 'Profile')
  @Challenged('search')
  @Returns(talentResults)
  talent(
    @Query({ schema: findTalent }) filter: z.infer<typeof findTalent>,
  ): Promise<z.infer<typeof talentResults>> {
    return this.queries.execute(new FindTalent(filter));
  }

  @Get('suggest')
  @ApiOperation({ summary: 'Words that go on from what was typed.' })
  @Can('read', 'Job')
  @Challenged('search')
  @Returns(suggestions)
  suggest(
    @Query({ schema: suggest }) { q }: z.infer<typeof suggest>,
  ): Promise<z.infer<typeof suggestions>> {
    return this.queries.execute(new Suggest(q));
  }

  @Post('saved')
  @Can('create', 'SavedSearch')
  @Returns(created, 201)
  save(@Body({ schema: saveSearch }) input: z.infer<typeof saveSearch>): Promise<{ id: string }> {
    return this.commands.execute(new SaveSearch(input));
  }

  @Get('saved')
  @Can('read', 'SavedSearch')
  @Returns(savedSearches)
  saved(
    @Query({ schema: findSavedSearches }) page: z.infer<typeof findSavedSearches>,
  ): Promise<z.infer<typeof savedSearches>> {
    return this.queries.execute(new MySearches(page));
  }

  @Delete('saved/:id')
  @HttpCode(204)
  @Can('create', 'SavedSearch')
  forget(@Param('id', { schema: id }) searchId: string): Promise<void> {
    return this.commands.execute(new ForgetSearch(searchId));
  }
}
