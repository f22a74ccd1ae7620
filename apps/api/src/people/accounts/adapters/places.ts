import { isInside } from '@kernel/networks';
import type { Place } from '@wire/accounts';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import maxmind, { type CityResponse, type Reader } from 'maxmind';
import { isIP } from 'node:net';
import { CONFIG, type Config } from '../../../config';

/**
 * Where an address is, by a database of cities that lies on this machine; nobody outside is asked. A
 * new edition of the file is taken up while the process runs.
 */
@Injectable()
export class Places implements OnModuleInit {
  private cities: Reader<CityResponse> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async onModuleInit(): Promise<void> {
    const { CITIES_FILE: file } = this.config;
    const watching = { watchForUpdates: true, watchForUpdatesNonPersistent: true };
    if (file) this.cities = await maxmind.open<CityResponse>(file, watching);
  }

  /** Null where nothing is known of an address, or there is no database to ask. */
  of(address: string | null): Place | null {
    const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
    if (isIP(plain) === 0) return null;
    if (isInside(plain)) return { network: true, city: null, country: null };
    const found = this.cities?.get(plain);
    const city = found?.city?.names.en ?? null;
    const country = found?.country?.iso_code ?? null;
    return city === null && country === null ? null : { network: false, city, country };
  }
}
