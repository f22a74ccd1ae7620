import type { FastifyInstance } from 'fastify';
import { notFound } from '../core/problem';
import type { Mail, MailBehaviour } from './mail';
import type { MailServer } from './mail-server';

const filter = {
  type: 'object',
  additionalProperties: false,
  properties: {
    to: { type: 'string' },
    after: { type: 'string' },
    limit: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
  },
};

const behaviourSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    greylistNext: { type: 'integer', minimum: 0, maximum: 10_000 },
    bounce: { type: 'array', items: { type: 'string' }, maxItems: 1_000 },
    down: { type: 'boolean' },
    slowMs: { type: 'integer', minimum: 0, maximum: 600_000 },
  },
};

interface Filter {
  to?: string;
  after?: string;
  limit: number;
}

export function mailboxApi(app: FastifyInstance, server: MailServer): void {
  const list = {
    config: {
      says: 'Mails, newest first. `after` is the id of a mail or an ISO time.',
    },
    schema: { querystring: filter },
  };
  app.get<{ Querystring: Filter }>('/api/mailbox', list, ({ query }) => ({
    items: findMails(server, query),
  }));
  const one = { config: { says: 'One mail.' } };
  app.get<{ Params: { id: string } }>('/api/mailbox/:id', one, ({ params }) =>
    findMail(server, params.id),
  );
  const view = { config: { says: 'The HTML of a mail, in a sandbox without scripts.' } };
  app.get<{ Params: { id: string } }>('/api/mailbox/:id/html', view, ({ params }, reply) =>
    reply
      .header('content-security-policy', mailPolicy)
      .type('text/html; charset=utf-8')
      .send(`<base target="_blank">${findMail(server, params.id).html}`),
  );
  const clear = { config: { says: 'Empties the mailbox.' } };
  app.delete('/api/mailbox', clear, (_request, reply) => {
    server.mails.clear();
    return reply.code(204).send();
  });
  const read = { config: { says: 'How the mail server behaves.' } };
  app.get('/api/mailbox/behaviour', read, () => server.reads());
  const behave = {
    config: { says: 'Changes it: {greylistNext?, bounce?: [address], down?, slowMs?}.' },
    schema: { body: behaviourSchema },
  };
  app.put<{ Body: Partial<MailBehaviour> }>('/api/mailbox/behaviour', behave, ({ body }) =>
    server.behave({
      ...body,
      ...(body.bounce ? { bounce: body.bounce.map((one) => one.toLowerCase()) } : {}),
    }),
  );
}

/** Links open in a new tab; nothing else of the mail may act or be fetched. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; " +
  "img-src data: https: http:; style-src 'unsafe-inline'; font-src data:";

export function findMails(server: MailServer, { to, after, limit }: Filter): Mail[] {
  const isTime = after !== undefined && /^\d{4}-\d\d-\d\dT/.test(after);
  const mails = server.mails.list({
    limit: isTime ? 5_000 : limit,
    ...(to === undefined ? {} : { tagPart: `|${to.toLowerCase()}|` }),
    ...(after === undefined || isTime ? {} : { after }),
  });
  if (!isTime) return mails;
  const since = new Date(after).toISOString();
  return mails.filter(({ receivedAt }) => receivedAt > since).slice(0, limit);
}

export function findMail(server: MailServer, id: string): Mail {
  const mail = server.mails.get(id);
  if (!mail) throw notFound('mail');
  return mail;
}
