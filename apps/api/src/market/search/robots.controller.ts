import { Open } from '@kernel/http/can';
import { Controller, Get, Header } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Robots, Sitemap } from './queries/sitemap';

/** Where search engines look first; the page server passes both on. */
@Controller()
export class RobotsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('sitemap.xml')
  @Open()
  @Header('content-type', 'application/xml; charset=utf-8')
  sitemap(): Promise<string> {
    return this.queries.execute(new Sitemap());
  }

  @Get('robots.txt')
  @Open()
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): Promise<string> {
    return this.queries.execute(new Robots());
  }
}
