import type { IconName } from '@ui/icon-strokes';

export interface Place {
  path: string;
  /** The key below `shell.nav`. */
  word: string;
  icon: IconName;
  /** `g` and this letter goes there. */
  key: string;
}

const contracts: Place = { path: '/contracts', word: 'contracts', icon: 'contract', key: 'c' };
const wallet: Place = { path: '/wallet', word: 'wallet', icon: 'wallet', key: 'w' };
const home: Place = { path: '/', word: 'home', icon: 'home', key: 'h' };

/** Where each side of the market goes; the first four are the phone's bottom bar. */
export const placesOf: Record<'client' | 'provider' | 'guest', readonly Place[]> = {
  client: [
    home,
    { path: '/jobs/mine', word: 'myJobs', icon: 'briefcase', key: 'j' },
    contracts,
    wallet,
    { path: '/talent', word: 'talent', icon: 'users', key: 't' },
  ],
  provider: [
    home,
    { path: '/jobs', word: 'findWork', icon: 'search', key: 'j' },
    { path: '/proposals', word: 'proposals', icon: 'message', key: 'p' },
    contracts,
    wallet,
  ],
  guest: [
    home,
    { path: '/jobs', word: 'findWork', icon: 'briefcase', key: 'j' },
    { path: '/talent', word: 'talent', icon: 'users', key: 't' },
  ],
};
