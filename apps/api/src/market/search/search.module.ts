import { Remembered } from '@kernel/remembered';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { TellSearches } from './queries/what-is-kept';
import { ForgetSearch } from './commands/forget-person';
import { SavedSearchRow } from './adapters/saved-search-row';
import { ForgetSearchHandler } from './commands/forget-search';
import { SaveSearchHandler } from './commands/save-search';
import { TellSearchersHandler } from './commands/tell-searchers';
import { HitWhenJobPublished } from './policies/hit-when-job-published';
import { FoundJobs } from './projections/found-jobs';
import { FoundTalent } from './projections/found-talent';
import { FindJobsHandler } from './queries/find-jobs';
import { FindTalentHandler } from './queries/find-talent';
import { MySearchesHandler } from './queries/my-searches';
import { SearchNameHandler } from './queries/search-name';
import { RobotsHandler, SitemapHandler } from './queries/sitemap';
import { SuggestHandler } from './queries/suggest';
import { RobotsController } from './robots.controller';
import { SearchController } from './search.controller';

const commands = [SaveSearchHandler, ForgetSearchHandler, TellSearchersHandler];
const queries = [
  FindJobsHandler,
  FindTalentHandler,
  SuggestHandler,
  MySearchesHandler,
  SearchNameHandler,
  SitemapHandler,
  RobotsHandler,
];
const consumers = [FoundJobs, FoundTalent, HitWhenJobPublished];

@Module({
  imports: [MikroOrmModule.forFeature([SavedSearchRow])],
  controllers: [SearchController, RobotsController],
  providers: [TellSearches, ForgetSearch, Remembered, ...commands, ...queries, ...consumers],
})
export class SearchModule {}
