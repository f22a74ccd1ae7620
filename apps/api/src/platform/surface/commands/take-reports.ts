import type { BrowserReports } from '@wire/surface';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';

/** A browser says what a page wanted to run and was not let. Anybody may say so, and nobody is believed more. */
export class TakeReports extends Command<void> {
  constructor(readonly reports: BrowserReports) {
    super();
  }
}

interface Violation {
  readonly page: string;
  readonly directive: string;
  readonly blocked: string;
  readonly source: string;
  readonly sample: string;
}

/** Whoever makes reports up can fill this table and no more. */
const maxKept = 2_000;

@CommandHandler(TakeReports)
export class TakeReportsHandler implements ICommandHandler<TakeReports> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ reports }: TakeReports): Promise<void> {
    for (const { page, directive, blocked, source, sample } of violations(reports)) {
      const fields = [page, directive, blocked, source, sample];
      const key = createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 32);
      await this.database.query(
        `insert into browser_reports
            (id, page, directive, blocked, source, sample, times, first_at, last_at)
          select $1, $2, $3, $4, $5, $6, 1, $7::timestamptz, $7
            where (select count(*) from browser_reports) < $8 or exists (
              select from browser_reports where id = $1)
          on conflict (id) do update set times = browser_reports.times + 1, last_at = $7`,
        [key, ...fields, this.clock.now().toISOString(), maxKept],
      );
    }
  }
}

function violations(reports: BrowserReports): Violation[] {
  if (!Array.isArray(reports)) {
    const { 'csp-report': old } = reports;
    return [
      {
        page: place(old['document-uri']),
        directive: short(old['effective-directive'] ?? old['violated-directive']),
        blocked: place(old['blocked-uri']),
        source: at(old['source-file'], old['line-number']),
        sample: short(old['script-sample']),
      },
    ];
  }
  return reports
    .filter(({ type }) => type === 'csp-violation')
    .map(({ body }) => ({
      page: place(body?.documentURL),
      directive: short(body?.effectiveDirective),
      blocked: place(body?.blockedURL),
      source: at(body?.sourceFile, body?.lineNumber),
      sample: short(body?.sample),
    }));
}

const short = (text: string | null | undefined): string => (text ?? '').slice(0, 100);

/** Without query and fragment, and with ids left out: whose page it was is nobody's business. */
const place = (url: string | null | undefined): string =>
  (url ?? '')
    .replace(/[?#].*$/, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, ':id')
    .slice(0, 200);

const at = (file: string | null | undefined, line: number | null | undefined): string =>
  file ? `${place(file)}${line ? `:${String(line)}` : ''}` : '';
