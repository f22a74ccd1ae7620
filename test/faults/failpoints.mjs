// Loaded before a process of the house (node --import): a message names a seam, and the next time the
// process comes to it, it kills itself there, without a word. The product's code knows nothing of it.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const built = (path) => import(pathToFileURL(join(process.cwd(), 'dist/server', path)).href);
let armed = '';

function die(seam) {
  if (armed === seam) process.kill(process.pid, 'SIGKILL');
}

/** Between the call and what it does, or between what it did and whoever asked for it. */
function seams({ prototype }, method, name) {
  const real = prototype[method];
  prototype[method] = async function seam(...parameters) {
    die(`before ${name}`);
    const answer = await real.apply(this, parameters);
    die(`after ${name}`);
    return answer;
  };
}

/** Inside a transaction: everything is written, nothing is committed. */
function beforeCommit({ prototype }, name) {
  const real = prototype.transaction;
  prototype.transaction = function transaction(work) {
    return real.call(this, async (...sql) => {
      const result = await work(...sql);
      die(`before ${name}`);
      return result;
    });
  };
}

const { Database } = await built('libs/kernel/database.js');
const { Facts } = await built('libs/kernel/facts.js');
const { Follower } = await built('libs/kernel/follower.js');
const { Jobs } = await built('libs/kernel/jobs.js');
const { Timers } = await built('libs/kernel/timers.js');
const { GroupCommit } = await built('libs/eventstore-client/group-commit.js');
const { Workers } = await built('libs/kernel/workers.js');
const { RazorpayGateway } = await built('apps/api/src/money/payments/adapters/razorpay.js');
const { MailLog } = await built('apps/api/src/talk/notifications/commands/mail-log.js');

beforeCommit(Database, 'a commit');
seams(GroupCommit, 'append', 'an append');
seams(Facts, 'commit', 'facts of an entity');
seams(Follower, 'take', 'a page of a consumer');
seams(Jobs, 'addAll', 'a job is added');
seams(Timers, 'fireOne', 'a deadline');
seams(RazorpayGateway, 'openOrder', 'the order at the gateway');
seams(MailLog, 'sent', 'a mail is marked as sent');

const start = Workers.prototype.start;
Workers.prototype.start = async function begun() {
  await start.call(this);
  process.send?.('works');
};

process.on('message', (seam) => (armed = String(seam)));
// The channel alone keeps no process alive.
process.channel?.unref();
