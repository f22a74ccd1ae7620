import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/clock';
import type { Alarms } from '../core/alarms';
import { signHex } from '../core/ids';
import { post } from '../core/post';
import type { IdentitySettings } from '../core/settings';
import type { Shelf, Store } from '../core/store';
import {
  IdentityRefusal,
  outcomeOf,
  type Applicant,
  type Check,
  type Outcome,
  type Paper,
  type Report,
} from './entities';

const finish = 'identity.finish';
const tell = 'identity.tell';
const workMs = 600;
const retryWaitsMs = [1, 2, 5, 10, 30].map((seconds) => seconds * 1_000);

interface Sent {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** A provider of identity checks: takes papers, looks at their names, and says when it is done. */
export class Identity {
  readonly applicants: Shelf<Applicant>;
  readonly papers: Shelf<Paper>;
  readonly checks: Shelf<Check>;
  readonly reports: Shelf<Report>;
  private readonly told = new Map<string, number>();

  constructor(
    store: Store,
    private readonly alarms: Alarms,
    private readonly clock: Clock,
    private readonly settings: IdentitySettings,
    private readonly stopping: AbortSignal,
  ) {
    this.applicants = store.shelf<Applicant>('identity-applicant');
    this.papers = store.shelf<Paper>('identity-paper');
    this.checks = store.shelf<Check>('identity-check');
    this.reports = store.shelf<Report>('identity-report');
    alarms.on(finish, (id) => {
      this.complete(id);
    });
    alarms.on(tell, (id) => this.tell(id));
  }

  apply({ first_name, last_name, dob }: Partial<Applicant>): Applicant {
    if (!first_name || !last_name) throw invalid('first_name and last_name are required');
    const created_at = this.now();
    return this.applicants.put({
      id: randomUUID(),
      first_name,
      last_name,
      dob: dob ?? '',
      created_at,
    });
  }

  /** The bytes are looked at by nobody: the name of the file says what they show. */
  take(kind: Paper['kind'], applicantId: string, file: Sent, type: string | null): Paper {
    this.applicant(applicantId);
    if (file.size === 0) throw invalid('file is required');
    const about = { file_name: file.name, file_type: file.type, file_size: file.size };
    const paper = { id: randomUUID(), applicant_id: applicantId, kind, type, ...about };
    return this.papers.put({ ...paper, created_at: this.now() }, applicantId);
  }

  check(applicantId: string, names: readonly string[]): Check {
    const applicant = this.applicant(applicantId);
    const files = this.papers.list({ tag: applicantId }).map(({ file_name: name }) => name);
    if (files.length < 2) throw invalid('a document and a live photo are required');
    const id = randomUUID();
    const outcome = outcomeOf(files);
    const reports = names.map((name) => this.report(id, name, applicant, outcome));
    for (const report of reports) this.reports.put(report, id);
    const report_ids = reports.map((one) => one.id);
    const waiting = { status: 'in_progress', result: null, created_at: this.now() } as const;
    const check = this.checks.put({ id, applicant_id: applicantId, report_ids, ...waiting });
    if (!outcome.silent) this.alarms.set(finish, id, workMs);
    return check;
  }

  private complete(id: string): void {
    const check = this.checks.get(id);
    if (!check) return;
    const reports = this.reports.list({ tag: id });
    for (const report of reports) this.reports.put({ ...report, status: 'complete' });
    const clear = reports.every(({ result }) => result === 'clear');
    this.checks.put({ ...check, status: 'complete', result: clear ? 'clear' : 'consider' });
    this.alarms.set(tell, id, 0);
  }

  /** Signed over the exact bytes, and said again until the product takes it. */
  private async tell(id: string): Promise<void> {
    const href = `/v3.6/checks/${id}`;
    const object = { id, status: 'complete', completed_at_iso8601: this.now(), href };
    const body = JSON.stringify({
      payload: { resource_type: 'check', action: 'check.completed', object },
    });
    const headers = {
      'content-type': 'application/json',
      'x-sha2-signature': signHex(this.settings.webhookSecret, body),
    };
    const { status } = await post(this.settings.webhookTarget, headers, body, this.stopping).catch(
      () => ({ status: 0 }),
    );
    const attempts = this.told.get(id) ?? 0;
    const wait = retryWaitsMs[attempts];
    this.told.set(id, attempts + 1);
    if ((status < 200 || status > 299) && wait !== undefined) this.alarms.set(tell, id, wait);
  }

  private report(checkId: string, name: string, applicant: Applicant, outcome: Outcome): Report {
    const isPaper = name === 'document';
    const fine = isPaper ? outcome.document === 'clear' : outcome.face === 'clear';
    const part = isPaper && outcome.part ? { [outcome.part]: { result: 'consider' as const } } : {};
    const expired = outcome.part === 'data_validation';
    const properties = {
      ...{ first_name: applicant.first_name, last_name: applicant.last_name },
      ...{ date_of_birth: applicant.dob, issuing_country: 'IND' },
      document_numbers: [{ type: 'document_number', value: `P${applicant.id.slice(0, 7)}` }],
      date_of_expiry: expired ? '2019-04-30' : '2034-04-30',
    };
    return {
      ...{ id: randomUUID(), check_id: checkId, name, status: 'awaiting_data' },
      result: fine ? 'clear' : 'consider',
      sub_result: isPaper ? outcome.document : null,
      breakdown: part,
      properties: isPaper && outcome.part !== 'image_integrity' ? properties : {},
    };
  }

  private applicant(id: string): Applicant {
    const found = this.applicants.get(id);
    if (!found) throw invalid('applicant_id is unknown');
    return found;
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

const invalid = (message: string): IdentityRefusal =>
  new IdentityRefusal(422, 'validation_error', message);
