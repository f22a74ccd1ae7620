// The floor of the HTTP benchmark: Fastify and one indexed read that answers stored bytes.
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_OWNER_URL, max: 12 });
const app = fastify();
app.get('/:key', async (request, reply) => {
  const { rows } = await pool.query({
    name: 'bare',
    text: 'select body from bench_pages where key = $1',
    values: [request.params.key],
  });
  return reply.type('application/json; charset=utf-8').send(rows[0].body);
});
await app.listen({ port: Number(process.env.BARE_PORT), host: '127.0.0.1' });
