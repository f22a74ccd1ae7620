import { Inject, Injectable } from '@nestjs/common';
import { isSame } from '@kernel/is-same';
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Extracted } from '@wire/verification';
import { CONFIG, type Config } from '../../../config';
import type { Outcome } from '../domain/outcome';

const timeoutMs = 15_000;
const entity = z.object({ id: z.string() });
const check = z.object({ id: z.string(), status: z.string() });
const report = z.object({
  name: z.string(),
  result: z.string().nullable(),
  sub_result: z.string().nullish(),
  breakdown: z.record(z.string(), z.object({ result: z.string().nullish() })).optional(),
  properties: z
    .object({
      first_name: z.string().optional(),
      last_name: z.string().optional(),
      date_of_birth: z.string().optional(),
      date_of_expiry: z.string().optional(),
      issuing_country: z.string().optional(),
      document_numbers: z.array(z.object({ value: z.string() })).optional(),
    })
    .optional(),
});
type Report = z.infer<typeof report>;

export interface Paper {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface Applicant {
  readonly name: string;
  readonly birthDate: string;
  readonly document: Paper;
  readonly selfie: Paper;
}

export interface Finding {
  readonly outcome: Outcome;
  readonly extracted: Extracted | null;
}

/** A provider of identity checks over Onfido's REST API, version 3.6. */
@Injectable()
export class IdentityProvider {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Sends everything of one person and starts a check; the outcome comes by webhook. */
  async begin({ name, birthDate, document, selfie }: Applicant): Promise<string> {
    const words = name.split(' ');
    const { id } = await this.ask('applicants', entity, {
      first_name: words.slice(0, -1).join(' ') || name,
      last_name: words.at(-1) ?? name,
      dob: birthDate,
    });
    await this.ask('documents', entity, form(id, document, { type: 'passport' }));
    await this.ask('live_photos', entity, form(id, selfie, {}));
    const started = await this.ask('checks', check, {
      applicant_id: id,
      report_names: ['document', 'facial_similarity_photo'],
    });
    return started.id;
  }

  /** What a completed check found; null while it is under way. */
  async finding(checkId: string): Promise<Finding | null> {
    const { status } = await this.ask(`checks/${checkId}`, check);
    if (status !== 'complete') return null;
    const list = z.object({ reports: z.array(report) });
    const { reports } = await this.ask(`reports?check_id=${checkId}`, list);
    return { outcome: outcomeOf(reports), extracted: extractedOf(reports) };
  }

  isSigned(bytes: Buffer, signature: string): boolean {
    const secret = this.config.VERIFICATION_WEBHOOK_SECRET;
    return isSame(signature, createHmac('sha256', secret).update(bytes).digest('hex'));
  }

  private async ask<T>(path: string, schema: z.ZodType<T>, body?: object): Promise<T> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.config.VERIFICATION_URL}/v3.6/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Token token=${this.config.VERIFICATION_TOKEN}`,
        ...(body && !isForm && { 'content-type': 'application/json' }),
      },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`the identity provider answered ${String(response.status)}`);
    return schema.parse(await response.json());
  }
}

function form(applicant: string, { name, mediaType, bytes }: Paper, more: object): FormData {
  const fields = new FormData();
  fields.set('applicant_id', applicant);
  for (const [key, value] of Object.entries(more)) fields.set(key, String(value));
  fields.set('file', new Blob([new Uint8Array(bytes)], { type: mediaType }), name);
  return fields;
}

const named = (reports: readonly Report[], name: string) =>
  reports.find((one) => one.name === name);

function outcomeOf(reports: readonly Report[]): Outcome {
  const paper = named(reports, 'document');
  const failed = (part: string): boolean => paper?.breakdown?.[part]?.result === 'consider';
  if (paper?.sub_result === 'suspected') return 'suspected_forgery';
  if (failed('image_integrity')) return 'document_unreadable';
  if (failed('data_validation')) return 'document_expired';
  if (named(reports, 'facial_similarity_photo')?.result !== 'clear') return 'face_mismatch';
  return paper?.result === 'clear' ? 'clear' : 'document_unreadable';
}

function extractedOf(reports: readonly Report[]): Extracted | null {
  const read = named(reports, 'document')?.properties;
  if (!read?.last_name) return null;
  return {
    name: `${read.first_name ?? ''} ${read.last_name}`.trim(),
    birthDate: read.date_of_birth ?? '',
    country: read.issuing_country ?? '',
    documentNumber: read.document_numbers?.[0]?.value ?? '',
    validUntil: read.date_of_expiry ?? '',
  };
}
