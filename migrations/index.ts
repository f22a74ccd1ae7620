import { Record0001 } from './0001-record';

/** In the order they run. A landed migration is never edited. */
export const migrations = [{ name: '0001-record', class: Record0001 }];
