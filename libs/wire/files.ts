import * as z from 'zod';
import { id, instant, line } from './primitives';

/*
 * POST /api/files               openUpload → upload (signed part URLs; the same for disk and S3)
 * PUT  <part.url>               the bytes of one part → 200 with header `etag`
 * POST /api/files/:id/complete  completeUpload → fileView (size, magic bytes and sha256 are checked here)
 * GET  /api/files/:id           → fileView
 * GET  /api/files/:id/content   → 302 to a signed URL that dies after five minutes
 */

export const maxFileBytes = 50 * 1024 * 1024;

export const filePurposes = [
  'avatar',
  'job',
  'proposal',
  'delivery',
  'update',
  'evidence',
  'onboarding',
  'identity',
] as const;

export const openUpload = z.strictObject({
  name: line(200),
  size: z.number().int().positive().max(maxFileBytes, 'files.too_large'),
  mediaType: z.string().max(100),
  purpose: z.enum(filePurposes),
});
export type OpenUpload = z.infer<typeof openUpload>;

export const upload = z.object({
  id,
  partSize: z.number(),
  parts: z.array(z.object({ number: z.number(), url: z.string() })),
  expiresAt: instant,
});
export type Upload = z.infer<typeof upload>;

export const completeUpload = z.strictObject({
  parts: z.array(z.strictObject({ number: z.number().int().positive(), etag: line(100) })).min(1),
});

export const fileView = z.object({
  id,
  name: z.string(),
  size: z.number(),
  mediaType: z.string(),
  sha256: z.string(),
  /** Nobody gets the bytes before somebody looked inside. */
  state: z.enum(['ready', 'checking']),
  url: z.string(),
});
export type FileView = z.infer<typeof fileView>;
