import { scopesFor } from '@wire/permissions';
import type { Action, Subject } from '@wire/permissions';
import { problem } from '@wire/problems';
import { applyDecorators, type INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiSecurity, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import * as z from 'zod';

const session = 'session';
const key = 'key';

/** Who may ask, for readers of the description: a session, and a key where it has one of the scopes. */
export const Described = (action: Action, subject: Subject) => {
  const scopes = scopesFor(action, subject);
  const byKey = scopes.length > 0 ? [ApiSecurity(key, scopes)] : [];
  return applyDecorators(ApiSecurity(session), ...byKey);
};

type Description = ReturnType<typeof SwaggerModule.createDocument>;

/** All routes as OpenAPI. */
export function descriptionOf(app: INestApplication): Description {
  const about = new DocumentBuilder()
    .setTitle('Guildhall')
    .setDescription('Every refusal is application/problem+json with a stable code.')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('gh_access', { type: 'apiKey', in: 'cookie', name: 'gh_access' }, session)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'gh_live_…' }, key)
    .addGlobalResponse({
      status: 'default',
      description: 'Refused, with a code that never changes (RFC 9457).',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    })
    .build();
  const { components, ...rest } = SwaggerModule.createDocument(app, about);
  const schemas = { ...components?.schemas, Problem: refused };
  return { ...rest, components: { ...components, schemas } };
}

const { $schema: _, ...refused } = z.toJSONSchema(problem) as Record<string, unknown>;

/** Served at `/api/openapi.json`, the part for keys beside it; made when somebody first asks for it. */
export function describeApi(app: NestFastifyApplication): void {
  const whole = once(() => descriptionOf(app));
  serve(app, 'api/openapi.json', whole);
  serve(app, 'api/openapi-keys.json', () => forKeys(whole()));
}

const serve = (app: NestFastifyApplication, jsonDocumentUrl: string, make: () => Description) => {
  const only = { ui: false, raw: ['json' as const], jsonDocumentUrl };
  SwaggerModule.setup(`${jsonDocumentUrl}-ui`, app, make, only);
};

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** The part that a key may use. */
export function forKeys({ paths, ...rest }: Description): Description {
  const open = Object.entries(paths).flatMap(([path, item]) => {
    const operations = Object.entries(item as Record<string, Operation>);
    const mine = operations.filter(([, operation]) => takesKeys(operation));
    return mine.length > 0 ? [[path, Object.fromEntries(mine)] as const] : [];
  });
  return { ...rest, paths: Object.fromEntries(open) };
}

interface Operation {
  readonly security?: readonly Readonly<Record<string, unknown>>[];
}
const takesKeys = ({ security = [] }: Operation): boolean => security.some((one) => key in one);
