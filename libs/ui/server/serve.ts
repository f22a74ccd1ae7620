import type { FastifyInstance } from 'fastify';
import { certificateFiles } from '../../kernel/http/transport.ts';
import { plainServer } from './secure.ts';
import type { Web } from './web.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a page server is told from outside, besides what its app knows of itself. */
export const toldBy = (env: Environment, publicUrl?: string): Omit<Web, 'root' | 'page'> => ({
  apiUrl: env['API_URL'] ?? 'http://127.0.0.1:3000',
  filesOrigin: env['FILES_ORIGIN'],
  trustedProxies: env['TRUSTED_PROXIES'],
  publicUrl,
  certificate: certificateFiles(env['TLS_CERT_FILE'], env['TLS_KEY_FILE']),
});

/** Listens until it is told to stop. With `HTTP_PORT`, a port beside it leads people to https. */
export async function serve(
  app: FastifyInstance,
  { publicUrl, port, env }: { publicUrl: string | undefined; port: number; env: Environment },
): Promise<void> {
  const host = env['WEB_HOST'] ?? '127.0.0.1';
  const plain = publicUrl && env['HTTP_PORT'] ? plainServer(publicUrl) : undefined;
  const stop = () => void Promise.all([app.close(), plain?.close()]).then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
  await plain?.listen({ port: Number(env['HTTP_PORT']), host });
  await app.listen({ port, host });
}
