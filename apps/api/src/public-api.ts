import { adapter } from '@kernel/http/fastify';
import { descriptionOf, forKeys } from '@kernel/http/openapi';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { readConfig, variables } from './config';

/** Good for any secret; nothing is ever signed with it. */
const nothing = Buffer.alloc(32).toString('base64');

/** What keys may do, as OpenAPI: routes and schemas are looked at, nothing is started for it. */
export async function publicApi() {
  const required = Object.entries(variables.shape).flatMap(([name, schema]) => {
    if (schema.safeParse(undefined).success) return [];
    const { example = nothing } = (schema.meta() ?? {}) as { example?: string };
    return [[name, schema.safeParse(example).success ? example : nothing] as const];
  });
  const module = AppModule.with(readConfig({ ...Object.fromEntries(required), NODE_ENV: 'test' }));
  const app = await NestFactory.create(module, adapter(''), { preview: true, logger: false });
  return forKeys(descriptionOf(app));
}
