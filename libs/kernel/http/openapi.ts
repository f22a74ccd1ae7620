import { scopesFor } from '@wire/permissions';
import type { Action, Subject } from '@wire/permissions';
import { applyDecorators } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiSecurity, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

const session = 'session';
const key = 'key';

/** Who may ask, for readers of the description: a session, and a key where it has one of the scopes. */
export const Described = (action: Action, subject: Subject) => {
  const scopes = scopesFor(action, subject);
  const byKey = scopes.length > 0 ? [ApiSecurity(key, scopes)] : [];
  return applyDecorators(ApiSecurity(session), ...byKey);
};

/** OpenAPI at `/api/openapi.json`, made from the routes when somebody first asks for it. */
export function describeApi(app: NestFastifyApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Guildhall')
    .setDescription('Every refusal is application/problem+json with a stable code.')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('gh_access', { type: 'apiKey', in: 'cookie', name: 'gh_access' }, session)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'gh_live_…' }, key)
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, about), {
    ui: false,
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
  });
}
