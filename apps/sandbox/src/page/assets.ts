import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';

const require = createRequire(import.meta.url);

export const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">
<path fill="none" stroke="#0A6A4F" stroke-width="2.5" d="M4 21v-9a8 8 0 0 1 16 0v9"/>
<path fill="#0A6A4F" d="M9.2 2.2h5.6l-1 5.6h-3.6z"/></svg>`;

const interFile = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';

export function assets(app: FastifyInstance): void {
  app.get('/assets/mark.svg', (_request, reply) => reply.type('image/svg+xml').send(mark));
  app.get('/assets/inter.woff2', async (_request, reply) => {
    const font = await inter();
    if (!font) return reply.code(404).send();
    return reply.type('font/woff2').header('cache-control', 'max-age=86400').send(font);
  });
}

/** The font comes with the product's own pages; without it the system's font does. */
async function inter(): Promise<Buffer | undefined> {
  try {
    return await readFile(require.resolve(interFile));
  } catch {
    return undefined;
  }
}
