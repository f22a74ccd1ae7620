import { isSame } from '@kernel/is-same';
import { reject } from '@kernel/reject';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { CONFIG, secretsOf, type Config } from '../../../config';

const mark = '&signature=';

/** Links of the disk storage: whoever holds one may do that one thing until it dies. */
@Injectable()
export class SignedLinks {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A relative link: it works through whatever proxy the page came from. */
  sign(path: string, lifeSeconds: number, stated: Readonly<Record<string, string>>): string {
    const expires = String(Math.floor(Date.now() / 1_000) + lifeSeconds);
    const link = `${path}?${new URLSearchParams({ ...stated, expires }).toString()}`;
    return `${link}${mark}${signatureOf(link, this.config.FILES_SECRET)}`;
  }

  /** What the link states. Rejects files.link_invalid when it is forged or dead. */
  open(url: string): URLSearchParams {
    const end = url.lastIndexOf(mark);
    const link = url.slice(0, Math.max(end, 0));
    const sent = end < 0 ? '' : url.slice(end + mark.length);
    const { FILES_SECRET: now, FILES_PREVIOUS_SECRET: before } = this.config;
    const genuine = secretsOf(now, before).some((secret) =>
      isSame(sent, signatureOf(link, secret)),
    );
    const stated = new URLSearchParams(link.slice(link.indexOf('?') + 1));
    if (!genuine || Number(stated.get('expires')) * 1_000 < Date.now())
      reject('files.link_invalid');
    return stated;
  }
}

const signatureOf = (link: string, secret: string): string =>
  createHmac('sha256', secret).update(link).digest('base64url');
