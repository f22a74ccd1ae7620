import { setFlagsFromString } from 'node:v8';

// The sandbox is idle nearly always and stands beside a database and two servers:
// it trades speed that nobody needs for some fifteen megabytes.
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--max-semi-space-size=1');
