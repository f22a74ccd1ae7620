import { createHmac } from 'node:crypto';
import { post, type Answer } from '../core/post';

interface Posting {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly authToken: string;
}

/** Posts as Twilio does. The signature covers the address and the sorted fields, as `validateRequest` wants. */
export function signedPost(
  { url, fields, authToken }: Posting,
  stopping: AbortSignal,
): Promise<Answer> {
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + name + (fields[name] ?? ''), url);
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': createHmac('sha1', authToken).update(signed).digest('base64'),
    'user-agent': 'TwilioProxy/1.1',
  };
  return post(url, headers, new URLSearchParams(fields).toString(), stopping);
}
