import { CONFIG, type Config } from '../../../config';
import { reject } from '@kernel/reject';
import { Inject, Injectable } from '@nestjs/common';
import { Client } from 'minio';
import type { Readable } from 'node:stream';
import { isShown } from '../domain/media-types';
import {
  disposition,
  downloadSeconds,
  Storage,
  uploadSeconds,
  type Part,
  type StoredFile,
} from './storage';

/** What S3 answers when parts are missing, are others, or were joined before. */
const refused = new Set(['InvalidPart', 'InvalidPartOrder', 'NoSuchUpload', 'EntityTooSmall']);

/** Files in a bucket of any S3: presigned multipart uploads, presigned downloads. */
@Injectable()
export class S3Storage extends Storage {
  private readonly client: Client;
  private readonly bucket: string;

  constructor(@Inject(CONFIG) config: Config) {
    super();
    const {
      S3_ENDPOINT = 'http://127.0.0.1:9000',
      S3_ACCESS_KEY = '',
      S3_SECRET_KEY = '',
    } = config;
    const { hostname, port, protocol } = new URL(S3_ENDPOINT);
    const useSSL = protocol === 'https:';
    this.bucket = config.S3_BUCKET;
    this.client = new Client({
      endPoint: hostname,
      port: port ? Number(port) : useSSL ? 443 : 80,
      useSSL,
      accessKey: S3_ACCESS_KEY,
      secretKey: S3_SECRET_KEY,
      region: config.S3_REGION,
    });
  }

  override async open({ id, parts, mediaType }: Omit<StoredFile, 'uploadKey'>) {
    const { client, bucket } = this;
    const uploadKey = await client.initiateNewMultipartUpload(bucket, id, {
      'Content-Type': mediaType,
    });
    const numbers = Array.from({ length: parts }, (_, index) => String(index + 1));
    const urls = await Promise.all(
      numbers.map((partNumber) =>
        client.presignedUrl('PUT', bucket, id, uploadSeconds, { uploadId: uploadKey, partNumber }),
      ),
    );
    return { uploadKey, urls };
  }

  override async join(file: StoredFile, parts: readonly Part[]): Promise<void> {
    const { id, uploadKey, parts: count, size } = file;
    if (parts.length !== count) reject('files.incomplete');
    const sorted = parts
      .map(({ number: part, etag }) => ({ part, etag: etag.replaceAll('"', '') }))
      .sort((a, b) => a.part - b.part);
    await this.client
      .completeMultipartUpload(this.bucket, id, uploadKey, sorted)
      .catch((error: unknown) => {
        if (!refused.has((error as { code?: string }).code ?? '')) throw error;
      });
    // Joined now or before: what counts is that all of it is there.
    if ((await this.sizeOf(id)) !== size) reject('files.incomplete');
  }

  override async replace(
    { id, mediaType }: Pick<StoredFile, 'id' | 'mediaType'>,
    content: Buffer,
  ): Promise<void> {
    const type = { 'Content-Type': mediaType };
    await this.client.putObject(this.bucket, id, content, content.length, type);
  }

  override read({ id }: Pick<StoredFile, 'id'>): Promise<Readable> {
    return this.client.getObject(this.bucket, id);
  }

  override async discard({ id, uploadKey }: Pick<StoredFile, 'id' | 'uploadKey'>): Promise<void> {
    await this.client.abortMultipartUpload(this.bucket, id, uploadKey).catch(() => undefined);
    await this.client.removeObject(this.bucket, id);
  }

  override link({
    id,
    name,
    mediaType,
  }: Pick<StoredFile, 'id' | 'name' | 'mediaType'>): Promise<string> {
    return this.client.presignedGetObject(this.bucket, id, downloadSeconds, {
      'response-content-type': mediaType,
      'response-content-disposition': disposition(
        isShown(mediaType) ? 'inline' : 'attachment',
        name,
      ),
    });
  }

  override async keep(name: string, content: Buffer | Readable): Promise<void> {
    await this.client.putObject(this.bucket, `kept/${name}`, content);
  }

  override async kept(name: string): Promise<Readable | null> {
    try {
      return await this.client.getObject(this.bucket, `kept/${name}`);
    } catch (error) {
      if ((error as { code?: string }).code === 'NoSuchKey') return null;
      throw error;
    }
  }

  override async drop(name: string): Promise<void> {
    await this.client.removeObject(this.bucket, `kept/${name}`);
  }

  private async sizeOf(id: string): Promise<number | undefined> {
    try {
      return (await this.client.statObject(this.bucket, id)).size;
    } catch (error) {
      if ((error as { code?: string }).code === 'NotFound') return undefined;
      throw error;
    }
  }
}
