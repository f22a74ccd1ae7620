import { Inject, Injectable } from '@nestjs/common';
import * as z from 'zod';
import type { Company } from '@wire/verification';
import { CONFIG, type Config } from '../../../config';
import type { Registered } from '../domain/register';

const timeoutMs = 15_000;
const entry = z.object({
  name: z.string(),
  company_number: z.string(),
  inactive: z.boolean().nullish(),
  current_status: z.string().nullish(),
  incorporation_date: z.string().nullish(),
  dissolution_date: z.string().nullish(),
  registered_address_in_full: z.string().nullish(),
  officers: z.array(z.object({ officer: z.object({ name: z.string() }) })).nullish(),
});
const one = z.object({ results: z.object({ company: entry }) });
const several = z.object({
  results: z.object({ companies: z.array(z.object({ company: entry })) }),
});
type Entry = z.infer<typeof entry>;
type Asked = Pick<Company, 'name' | 'registrationNumber' | 'country'>;

/** The public registers of companies, over the REST API of OpenCorporates, version 0.4. */
@Injectable()
export class CompanyRegister {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * By its number in the country; null when there is none. Some countries have a register for each of
   * their parts: there it is looked for by its name, and the number has to be the same.
   */
  async find({ name, registrationNumber, country }: Asked): Promise<Registered | null> {
    const place = country.toLowerCase();
    const path = `companies/${place}/${encodeURIComponent(plain(registrationNumber))}`;
    const direct = await this.ask(path, {}, one);
    if (direct) return shown(direct.results.company);
    const wish = { q: name, country_code: place };
    const found = await this.ask('companies/search', wish, several);
    const same = found?.results.companies.find(
      ({ company }) => plain(company.company_number) === plain(registrationNumber),
    );
    return same ? shown(same.company) : null;
  }

  private async ask<T>(
    path: string,
    query: Readonly<Record<string, string>>,
    schema: z.ZodType<T>,
  ): Promise<T | null> {
    const url = new URL(`${this.config.COMPANY_REGISTER_URL}/v0.4/${path}`);
    const token = this.config.COMPANY_REGISTER_TOKEN;
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    if (token !== undefined) url.searchParams.set('api_token', token);
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`the register answered ${String(response.status)}`);
    return schema.parse(await response.json());
  }
}

/** People copy numbers with the spaces and dots of a letterhead. */
const plain = (number: string): string => number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

function shown(found: Entry): Registered {
  const status = found.current_status ?? '';
  const isOver = Boolean(found.dissolution_date) || /dissol|struck|liquidat|closed/i.test(status);
  return {
    ...{ name: found.name, number: found.company_number, status },
    isActive: found.inactive !== true && !isOver,
    since: found.incorporation_date ?? '',
    address: found.registered_address_in_full ?? '',
    officers: (found.officers ?? []).map(({ officer }) => officer.name),
  };
}
