import type { FastifyInstance } from 'fastify';
import { isSame } from '../core/ids';
import type { TwilioSettings } from '../core/settings';
import { TwilioRefusal } from './message';
import type { Phone } from './phone';

interface Here {
  Params: { account: string };
}

const root = '/2010-04-01/Accounts/:account';

/** The part of Twilio's REST API that sends and shows messages. */
export function twilioRoutes(app: FastifyInstance, settings: TwilioSettings, phone: Phone): void {
  app.setErrorHandler((error: Error, _request, reply) => {
    const { status, code } = error instanceof TwilioRefusal ? error : { status: 500, code: 20500 };
    const more = `https://www.twilio.com/docs/errors/${code}`;
    return reply.code(status).send({ code, message: error.message, more_info: more, status });
  });
  app.addHook('onRequest', async ({ headers }) => {
    requireToken(headers.authorization ?? '', settings);
  });
  app.addHook<Here>('preHandler', async ({ params }) => {
    if (params.account !== settings.accountSid) throw unknown();
  });
  app.post<Here & { Body: Record<string, string> | null }>(
    `${root}/Messages.json`,
    ({ body }, reply) => reply.code(201).send(phone.send(body ?? {})),
  );
  app.get<Here & { Querystring: { To?: string; PageSize?: string } }>(
    `${root}/Messages.json`,
    ({ query, params }) => {
      const limit = Number(query.PageSize ?? 50);
      const page = query.To === undefined ? {} : { tag: query.To };
      const messages = phone.texts.list({ ...page, limit }).map(({ message }) => message);
      const uri = `/2010-04-01/Accounts/${params.account}/Messages.json`;
      return { messages, page: 0, page_size: limit, start: 0, uri, next_page_uri: null };
    },
  );
  app.get<{ Params: { account: string; file: string } }>(
    `${root}/Messages/:file`,
    ({ params: { file } }) => {
      const text = phone.texts.get(file.replace(/\.json$/, ''));
      if (!text) throw unknown();
      return text.message;
    },
  );
}

function unknown(): TwilioRefusal {
  return new TwilioRefusal(404, 20_404, 'The requested resource was not found');
}

function requireToken(authorization: string, { accountSid, authToken }: TwilioSettings): void {
  const [, token = ''] = authorization.split(' ');
  const given = Buffer.from(token, 'base64').toString();
  if (!isSame(given, `${accountSid}:${authToken}`)) {
    throw new TwilioRefusal(401, 20_003, 'Authenticate');
  }
}
