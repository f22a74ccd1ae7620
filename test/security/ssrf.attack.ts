import { expect, test } from '@playwright/test';
import { attack } from './attack';
import { Caller, scene, stack } from './scene';

/** Every notation of "inside" that a parser may take for "outside". */
const hosts = [
  ...['127.0.0.1', '127.1', '2130706433', '0177.0.0.1', '0x7f.0.0.1', '0x7f000001', '017700000001'],
  ...['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', '0', '0.0.0.0', '127.0.0.1.'],
  ...['10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254', '192.0.0.1'],
  ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[fd00:ec2::254]', '[fe80::1]'],
  ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]', 'metadata.google.internal', 'db.internal', 'x.local'],
  ...['①②⑦.⓪.⓪.①', '１２７.０.０.１', '127。0。0。1', '255.255.255.255', '224.0.0.1'],
];
const addresses = [
  ...hosts.map((host) => `https://${host}/hook`),
  ...[
    'http://example.com/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_PING',
    'ftp://a.test/',
  ],
  ...[
    'https://user:pass@example.com/',
    'https://example.com@127.0.0.1/',
    'https://127.0.0.1#@a.test/',
  ],
  ...['//127.0.0.1/', 'https:/\\127.0.0.1/', 'https://example.com:443@127.0.0.1/', 'javascript:1'],
  ...[
    'dict://127.0.0.1:11211/',
    'data:text/plain,1',
    ' https://127.0.0.1/',
    'https://127.0.0.1\t/',
  ],
];

test('the house asks nothing inside for a stranger', async () => {
  const { client, weak } = await scene();
  const succeeds = async (url: string, target: string) => {
    const by = target === stack.api ? client : new Caller(target, client.email);
    const body = { url, description: '', events: ['contract.signed'] };
    return (await by.post('/api/webhooks/endpoints', body)).status < 300;
  };
  expect(await attack({ tries: addresses, house: stack.api, weak, succeeds })).toEqual([]);
});
