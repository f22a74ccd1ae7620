import { reject } from '@kernel/reject';
import type { OpenUpload } from '@wire/files';
import { checkName } from './names';

/** What is stored, by claimed type: endings of the name, and how its first bytes look. */
interface Kind {
  readonly endings: readonly string[];
  readonly fits: (head: Buffer) => boolean;
}

const at = (offset: number, sign: string) => (head: Buffer) =>
  head.subarray(offset, offset + sign.length).toString('latin1') === sign;
const one =
  (...signs: ((head: Buffer) => boolean)[]) =>
  (head: Buffer) =>
    signs.some((sign) => sign(head));
const zip = one(at(0, 'PK\x03\x04'), at(0, 'PK\x05\x06'));
const office = 'application/vnd.openxmlformats-officedocument';

/** Text has no NUL, is UTF-8 and is no page that a browser would run. */
function isText(head: Buffer): boolean {
  if (head.includes(0)) return false;
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    // The head may end inside a letter: `stream` keeps that for a later that never comes.
    const start = text
      .decode(head, { stream: true })
      .replace(/^\uFEFF/, '')
      .trimStart()
      .toLowerCase();
    return !/^(<!doctype|<html|<head|<body|<script|<svg|<\?xml|<iframe|<!--)/.test(start);
  } catch {
    return false;
  }
}

const kinds = new Map<string, Kind>(
  Object.entries({
    'application/pdf': { endings: ['pdf'], fits: at(0, '%PDF-') },
    'image/png': { endings: ['png'], fits: at(0, '\x89PNG\r\n\x1a\n') },
    'image/jpeg': { endings: ['jpg', 'jpeg'], fits: at(0, '\xff\xd8\xff') },
    'image/webp': { endings: ['webp'], fits: (head) => at(0, 'RIFF')(head) && at(8, 'WEBP')(head) },
    'image/gif': { endings: ['gif'], fits: one(at(0, 'GIF87a'), at(0, 'GIF89a')) },
    'video/mp4': { endings: ['mp4', 'm4v'], fits: at(4, 'ftyp') },
    'audio/mpeg': {
      endings: ['mp3'],
      fits: one(at(0, 'ID3'), at(0, '\xff\xfb'), at(0, '\xff\xf3'), at(0, '\xff\xf2')),
    },
    'video/webm': { endings: ['webm'], fits: at(0, '\x1aE\xdf\xa3') },
    'audio/webm': { endings: ['webm'], fits: at(0, '\x1aE\xdf\xa3') },
    'application/zip': { endings: ['zip'], fits: zip },
    [`${office}.wordprocessingml.document`]: { endings: ['docx'], fits: zip },
    [`${office}.spreadsheetml.sheet`]: { endings: ['xlsx'], fits: zip },
    [`${office}.presentationml.presentation`]: { endings: ['pptx'], fits: zip },
    'text/plain': { endings: ['txt', 'md', 'csv', 'log'], fits: isText },
    'text/csv': { endings: ['csv'], fits: isText },
    'text/markdown': { endings: ['md'], fits: isText },
    'application/json': { endings: ['json'], fits: isText },
  }),
);

/** Programs, whatever they call themselves: Windows, Linux, macOS, Java, scripts. */
const programs = [
  'MZ',
  '\x7fELF',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  '#!',
  '\x00asm',
  'dex\n',
].map((sign) => at(0, sign));

/** How many first bytes the checks look at. */
export const headBytes = 4_096;

/** What browsers say of files whose type they do not know, or name in an old way. */
const vague = new Set([
  'application/octet-stream',
  'application/x-zip-compressed',
  'application/vnd.ms-excel',
]);

/**
 * Before a byte is sent: the type that the name and the claim agree on. Rejects files.type_refused
 * when they do not, or when the purpose is an avatar and this is no picture; files.name_refused.
 */
export function accept({ name, mediaType, purpose }: OpenUpload): string {
  checkName(name);
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const claimed = vague.has(mediaType) ? ofEnding(ending) : mediaType;
  const kind = claimed === undefined ? undefined : kinds.get(claimed);
  if (claimed === undefined || !kind?.endings.includes(ending)) return reject('files.type_refused');
  if (purpose === 'avatar' && !claimed.startsWith('image/')) reject('files.type_refused');
  return claimed;
}

function ofEnding(ending: string): string | undefined {
  return [...kinds].find(([, { endings }]) => endings[0] === ending)?.[0];
}

/** When all bytes are there. Rejects files.disguised when they are not what was claimed. */
export function inspect(head: Buffer, mediaType: string): void {
  if (programs.some((sign) => sign(head)) || !kinds.get(mediaType)?.fits(head))
    reject('files.disguised');
}

/** Shown in the page; everything else is a download. Browsers show no PDF inside a sandbox. */
export const isShown = (mediaType: string): boolean => /^(image|audio|video)\//.test(mediaType);
