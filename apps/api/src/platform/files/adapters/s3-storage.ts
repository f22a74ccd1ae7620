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

const missing = new Set(['InvalidPart', 'InvalidPartOrder', 'NoSuchUpload', 'EntityTooSmall']);

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

  override async join({ id, uploadKey, parts: count, size }: StoredFile, parts: readonly Part[]) {
    const { client, bucket } = this;
    const sorted = parts
      .map(({ number: part, etag }) => ({ part, etag }))
      .sort((a, b) => a.part - b.part);
    if (sorted.length !== count) reject('files.incomplete');
    await client.completeMultipartUpload(bucket, id, uploadKey, sorted).catch((error: unknown) => {
      if (missing.has((error as { code?: string }).code ?? '')) reject('files.incomplete');
      throw error;
    });
    if ((await client.statObject(bucket, id)).size !== size) reject('files.incomplete');
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
}
