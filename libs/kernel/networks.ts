import { BlockList, isIP } from 'node:net';

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Answers whether an address is in one of these networks; `::ffff:192.0.2.1` is `192.0.2.1`. */
export function networks(...cidrs: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [network = '', length] = cidr.split('/');
    list.addSubnet(network, Number(length), familyOf(network));
  }
  return (address) => list.check(address, familyOf(address));
}

/** Comparable between the families: an IPv4 address is the last 32 bits of one of IPv6. */
export function prefixBits(cidr: string): number {
  const [network = '', length] = cidr.split('/');
  return Number(length) + (familyOf(network) === 'ipv4' ? 96 : 0);
}

/** Who shares a line, as near as an address tells: 256 neighbours of IPv4, one customer of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) !== 6) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const [front = '', back = ''] = new URL(`http://[${plain.split('%', 1)[0] ?? ''}]`).hostname
    .slice(1, -1)
    .split('::');
  const words = front === '' ? [] : front.split(':');
  const rest = back === '' ? [] : back.split(':');
  const zeros = Array<string>(Math.max(0, 8 - words.length - rest.length)).fill('0');
  const [first, second, third, fourth = '0'] = [...words, ...zeros, ...rest];
  const customer = (parseInt(fourth, 16) & 0xff00).toString(16);
  return `${[first, second, third, customer].join(':')}::/56`;
}

/** Everything of IANA's registries that is not simply the public internet. */
const special = networks(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  // Tunnels and documentation inside 2000::/3: behind them may stand any address of IPv4.
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
);
const publicOfSix = networks('2000::/3');

/** Whether an address is this machine, its neighbours, a cloud's metadata, or nobody's. */
export const isInside = (address: string): boolean =>
  special(address) || (isIP(address) === 6 && !publicOfSix(address));
