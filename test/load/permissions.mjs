// npm run bench:permissions: what a check of a permission costs in memory, in microseconds. The
// guard asks for a kind of thing; a page asks for one object, with the rules of whoever asks.
import { percentile, rounded } from './rounds.mjs';

const built = (path) => import(new URL(`../../dist/server/${path}`, import.meta.url).href);
const { abilityFor, permits, roles, rulesOf } = await built('libs/wire/permissions.js');

const asked = roles.flatMap((role) =>
  rulesOf(role).map(({ action, subject }) => [role, [action].flat()[0], [subject].flat()[0]]),
);
const person = (n) => ({ id: `0198a5c0-0000-7000-8000-${String(n).padStart(12, '0')}` });

function measure(times, ask) {
  for (let n = 0; n < times / 10; n += 1) ask(n);
  const spans = [];
  for (let n = 0; n < times; n += 1) {
    const from = process.hrtime.bigint();
    ask(n);
    spans.push(Number(process.hrtime.bigint() - from) / 1_000);
  }
  return { p50Us: rounded(percentile(spans, 0.5)), p99Us: rounded(percentile(spans, 0.99)) };
}

const kinds = measure(100_000, (n) => {
  const [role, action, subject] = asked[n % asked.length];
  return permits({ ...person(n), roles: [role] }, action, subject);
});
const objects = measure(20_000, (n) => {
  const viewer = { ...person(n), roles: ['client', 'provider'] };
  return abilityFor(viewer).can('read', { kind: 'Contract', clientId: viewer.id });
});
console.log(JSON.stringify({ bench: 'permissions', rules: asked.length, kinds, objects }));
if (kinds.p50Us > 50) process.exitCode = 1;
