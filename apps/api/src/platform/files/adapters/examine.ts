import { reject } from '@kernel/reject';
import { inspect } from '../domain/media-types';
import { isTwoThings } from '../domain/polyglots';
import { unpack } from './archives';
import { decode, isPicture, redraw } from './pictures';

/** What both sides of a contract agree on stays byte for byte; its hash is in their record. */
const asSent = new Set(['delivery', 'update', 'evidence']);

const isArchive = (mediaType: string): boolean =>
  mediaType === 'application/zip' || mediaType.includes('openxmlformats');
const isFilm = (mediaType: string): boolean => /^(audio|video)\//.test(mediaType);

/** Films are long and only their head is looked at. */
export const needsAll = (mediaType: string): boolean => !isFilm(mediaType);

/**
 * Looks at all of a file. Answers the bytes to keep instead, or null when it stays as it is. Rejects
 * files.disguised, files.picture_refused and files.archive_refused.
 */
export async function examine(
  bytes: Buffer,
  { mediaType, purpose }: { mediaType: string; purpose: string },
): Promise<Buffer | null> {
  inspect(bytes, mediaType);
  if (!isFilm(mediaType) && isTwoThings(bytes, mediaType)) reject('files.disguised');
  if (isArchive(mediaType)) await unpack(bytes);
  if (!isPicture(mediaType)) return null;
  if (!asSent.has(purpose)) return redraw(bytes, mediaType);
  await decode(bytes, mediaType);
  return null;
}
