import { CONFIG, type Config } from '../../../config';
import { Inject } from '@nestjs/common';
import { Remembered } from '@kernel/remembered';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListedProfiles } from '../../../people/profiles';
import { ListedJobs } from '../../jobs';

/** The pages that search engines may list, as sitemaps.org writes them. */
export class Sitemap extends Query<string> {}

/** What robots may ask for, and where the list is. */
export class Robots extends Query<string> {}

/** A sitemap has 50 000 addresses at most. */
const mostOfEach = 24_900;
const pages = ['/', '/jobs', '/talent'];

@QueryHandler(Sitemap)
export class SitemapHandler implements IQueryHandler<Sitemap> {
  constructor(
    private readonly queries: QueryBus,
    private readonly remembered: Remembered,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(): Promise<string> {
    const written = async () => ({ xml: await this.write() });
    return (await this.remembered.answer('sitemap', written)).xml;
  }

  private async write(): Promise<string> {
    const profiles = await this.queries.execute(new ListedProfiles(mostOfEach));
    const jobs = await this.queries.execute(new ListedJobs(mostOfEach));
    const entries = [
      ...pages.map((path) => this.entry(path)),
      ...jobs.map(({ id, publishedAt }) => this.entry(`/jobs/${id}`, publishedAt)),
      ...profiles.map(({ slug }) => this.entry(`/talent/${slug}`)),
    ];
    const name = 'http://www.sitemaps.org/schemas/sitemap/0.9';
    const head = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${name}">`;
    return `${head}\n${entries.join('\n')}\n</urlset>\n`;
  }

  /** Ids and slugs are letters, digits and hyphens: nothing of an address has to be escaped. */
  private entry(path: string, at?: Date): string {
    const place = new URL(path, this.config.PUBLIC_URL).href;
    const changed = at ? `<lastmod>${at.toISOString().slice(0, 10)}</lastmod>` : '';
    return `<url><loc>${place}</loc>${changed}</url>`;
  }
}

@QueryHandler(Robots)
export class RobotsHandler implements IQueryHandler<Robots> {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  execute(): Promise<string> {
    const list = new URL('/sitemap.xml', this.config.PUBLIC_URL).href;
    return Promise.resolve(`User-agent: *\nDisallow: /api/\n\nSitemap: ${list}\n`);
  }
}
