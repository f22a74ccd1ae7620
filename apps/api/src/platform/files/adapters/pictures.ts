import { reject } from '@kernel/reject';
import sharp from 'sharp';

/** A poster at 300 dpi is less; a flood of 50 000 × 50 000 is told by its head. */
const maxPixels = 100_000_000;

const options = { animated: true, failOn: 'error', limitInputPixels: maxPixels } as const;
const formats: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

export const isPicture = (mediaType: string): boolean => mediaType in formats;

/** Decodes every pixel. Rejects files.picture_refused when that fails or would be too much. */
export async function decode(bytes: Buffer, mediaType: string): Promise<void> {
  await refused(async () => {
    const picture = sharp(bytes, options);
    const { format } = await picture.metadata();
    if (format !== formats[mediaType]) throw new Error('another format');
    await picture.stats();
  });
}

/**
 * The same picture, drawn anew: upright, and without where it was taken, by which camera, or anything
 * else that was hidden in it.
 */
export async function redraw(bytes: Buffer, mediaType: string): Promise<Buffer> {
  await decode(bytes, mediaType);
  const format = formats[mediaType] as 'png' | 'jpeg' | 'webp' | 'gif';
  return refused(() => sharp(bytes, options).autoOrient().toFormat(format).toBuffer());
}

async function refused<Result>(work: () => Promise<Result>): Promise<Result> {
  return work().catch(() => reject('files.picture_refused'));
}
