// How fast the two most read answers are, against a bare Fastify and pg route with the same bytes.
import autocannon from 'autocannon';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { freePort } from '../../scripts/ports.mjs';
import { median, ratio, rounded } from './rounds.mjs';

const connections = 16;
const seconds = 3;
const rounds = 5;
const { API_URL: api, DATABASE_OWNER_URL: connectionString } = process.env;

const owner = new pg.Client({ connectionString });
await owner.connect();
const { rows } = await owner.query(
  "select id from jobs where status = 'published' order by id limit 1",
);
const paths = {
  jobPage: `/api/jobs/${rows[0].id}`,
  searchList: '/api/search/jobs?q=website&limit=20',
};
await owner.query('create table bench_pages (key text primary key, body text not null)');
for (const [key, path] of Object.entries(paths)) {
  const answer = await fetch(`${api}${path}`);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  await owner.query('insert into bench_pages values ($1, $2)', [key, await answer.text()]);
}
await owner.end();

const BARE_PORT = String(await freePort());
const bare = spawn(process.execPath, ['test/load/bare.mjs'], {
  env: { ...process.env, BARE_PORT },
  stdio: 'inherit',
});
const bareUrl = `http://127.0.0.1:${BARE_PORT}`;
for (let turn = 0; turn < 100; turn += 1) {
  const up = await fetch(`${bareUrl}/jobPage`).then(
    () => true,
    () => false,
  );
  if (up) break;
  await new Promise((next) => setTimeout(next, 50));
}

async function requestsPerSecond(url) {
  const { requests, non2xx, errors } = await autocannon({ url, connections, duration: seconds });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refusals, ${errors} errors`);
  return requests.average;
}

const measured = [];
for (let round = 0; round < rounds; round += 1) {
  const figures = {};
  for (const [key, path] of Object.entries(paths)) {
    figures[`${key}Bare`] = await requestsPerSecond(`${bareUrl}/${key}`);
    figures[key] = await requestsPerSecond(`${api}${path}`);
  }
  measured.push(figures);
  const said = Object.entries(figures).map(([name, n]) => `${name} ${Math.round(n)}/s`);
  console.log(`round ${round + 1}: ${said.join(', ')}`);
}
bare.kill('SIGTERM');
await once(bare, 'close');
const spread = (key) =>
  measured.map((round) => rounded(round[key] / round[`${key}Bare`])).join(' ');
console.log(`ratios by round: job page ${spread('jobPage')}; search list ${spread('searchList')}`);
console.log(
  `job page ${Math.round(median(measured.map((round) => round.jobPage)))} requests a second`,
);
console.log(
  JSON.stringify({
    jobPage: rounded(ratio(measured, 'jobPage', 'jobPageBare')),
    searchList: rounded(ratio(measured, 'searchList', 'searchListBare')),
  }),
);
