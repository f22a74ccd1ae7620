import { Limits } from '@kernel/http/limits';
import { reject } from '@kernel/reject';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { CONFIG, type Config } from '../../../config';
import { isShown } from '../domain/media-types';
import { contentPath, DiskStorage, partPath, type DiskPart } from './disk-storage';
import { SignedLinks } from './signed-links';
import { disposition } from './storage';

/**
 * Where the signed links of the disk storage lead. They are no controller's: bodies arrive as
 * streams of any type here, and only here; everywhere else Fastify takes JSON and forms.
 */
@Injectable()
export class DiskRoutes implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly http: HttpAdapterHost,
    private readonly storage: DiskStorage,
    private readonly links: SignedLinks,
    private readonly limits: Limits,
  ) {}

  /** The worker has no HTTP, and with S3 the links lead there. */
  async onApplicationBootstrap(): Promise<void> {
    const adapter = this.http.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined;
    if (!adapter || this.config.FILES_DRIVER !== 'fs') return;
    await adapter.getInstance<FastifyInstance>().register((scope, _, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, body, taken) => taken(null, body));
      scope.put(partPath, { config: { takes: ['*'] } }, (request, reply) =>
        this.take(request, reply),
      );
      scope.get(contentPath, (request, reply) => this.give(request, reply));
      done();
    });
  }

  private async take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    await this.limits.admit(request.ip);
    const part = partOf(this.links.open(request.url));
    const sent = request.headers['content-length'];
    if (sent !== undefined && Number(sent) !== part.size)
      reject(Number(sent) > part.size ? 'files.too_large' : 'files.incomplete');
    const etag = await this.storage.write(part, request.body as Readable);
    return reply.header('etag', `"${etag}"`).send();
  }

  /** Nothing that is stored may act in the name of this site: no sniffing, no scripts, no frames. */
  private async give(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    await this.limits.admit(request.ip);
    const stated = this.links.open(request.url);
    const [id, name, mediaType] = ['file', 'name', 'mediaType'].map((key) => stated.get(key) ?? '');
    const size = await this.storage.size(id ?? '');
    if (size === undefined) return reject('files.not_found');
    const kind = isShown(mediaType ?? '') ? 'inline' : 'attachment';
    return reply
      .headers({
        'content-type': mediaType,
        'content-length': size,
        'content-disposition': disposition(kind, name ?? ''),
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=300',
      })
      .send(await this.storage.read({ id: id ?? '' }));
  }
}

function partOf(stated: URLSearchParams): DiskPart {
  const [number, size] = ['part', 'size'].map((key) => Number(stated.get(key)));
  return { id: stated.get('file') ?? '', number: number ?? 0, size: size ?? 0 };
}
