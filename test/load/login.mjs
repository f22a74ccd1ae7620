// What a storm of log-ins does to everybody else: the slowest percent of a job page, alone and while
// eight people a second log in. Hashing a password takes 40 ms of a processor; the page must not feel it.
import autocannon from 'autocannon';
import pg from 'pg';
import { median, rounded } from './rounds.mjs';

const pagesPerSecond = 60;
const logInsPerSecond = 8;
const seconds = 5;
const rounds = 3;
const password = 'a sentence for the bench';
const { API_URL: api, DATABASE_OWNER_URL: connectionString } = process.env;

const owner = new pg.Client({ connectionString });
await owner.connect();

async function call(method, path, body, cookie = '') {
  const response = await fetch(`${api}${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

const emails = Array.from({ length: 8 }, (_, at) => `bench${at}@login.test`);
for (const email of emails)
  await call('POST', '/api/accounts', {
    ...{ email, password, name: 'Ben Chmark', roles: ['client'] },
    ...{ country: 'IN', timeZone: 'Asia/Kolkata', locale: 'en' },
  });
await owner.query('update accounts set email_verified_at = now()');
const logIn = (email) => call('POST', '/api/accounts/login', { email, password });

const cookie = (await logIn(emails[0])).headers
  .getSetCookie()
  .map((line) => line.split(';')[0])
  .join('; ');
const job = {
  ...{ title: 'A page to look at', category: 'web', description: 'It is read again and again.' },
  ...{ skills: ['angular'], languages: [], questions: [], nda: false },
  budget: { amountMinor: '1000000', currency: 'INR' },
};
const { id } = await (await call('POST', '/api/jobs', job, cookie)).json();
await call('POST', `/api/jobs/${id}/publish`, {}, cookie);
await owner.end();

async function slowestPercent() {
  const { latency, non2xx, errors } = await autocannon({
    url: `${api}/api/jobs/${id}`,
    connections: 4,
    overallRate: pagesPerSecond,
    duration: seconds,
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx} refusals, ${errors} errors`);
  return latency.p99;
}

async function whileOthersLogIn() {
  let turn = 0;
  const under = new Set();
  const timer = setInterval(() => {
    const attempt = logIn(emails[(turn += 1) % emails.length]).finally(() => under.delete(attempt));
    under.add(attempt);
  }, 1_000 / logInsPerSecond);
  const slowest = await slowestPercent();
  clearInterval(timer);
  await Promise.all(under);
  return { slowest, turn };
}

await slowestPercent();
const measured = [];
for (let round = 0; round < rounds; round += 1) {
  const alone = await slowestPercent();
  const { slowest, turn } = await whileOthersLogIn();
  measured.push({ alone, slowest, logIns: turn / seconds });
  console.log(`round ${round + 1}: p99 ${alone} ms alone, ${slowest} ms beside ${turn} log-ins`);
}
const alone = median(measured.map((round) => round.alone));
const beside = median(measured.map((round) => round.slowest));
const logIns = rounded(median(measured.map((round) => round.logIns)));
console.log(
  JSON.stringify({ aloneP99: alone, besideP99: beside, ratio: rounded(beside / alone), logIns }),
);
