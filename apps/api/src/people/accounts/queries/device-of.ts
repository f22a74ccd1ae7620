import { Database } from '@kernel/database';
import type { Place } from '@wire/accounts';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Places } from '../adapters/places';

export interface Device {
  readonly device: string;
  readonly address: string | null;
  readonly place: Place | null;
}

/** At which device a session was opened and where, for the mail to its owner; null once it is gone. */
export class DeviceOf extends Query<Device | null> {
  constructor(readonly sessionId: string) {
    super();
  }
}

@QueryHandler(DeviceOf)
export class DeviceOfHandler implements IQueryHandler<DeviceOf> {
  constructor(
    private readonly database: Database,
    private readonly places: Places,
  ) {}

  async execute({ sessionId }: DeviceOf): Promise<Device | null> {
    const [row] = await this.database.query<{ device: string; address: string | null }>(
      'select device, address from sessions where id = $1',
      [sessionId],
    );
    return row ? { ...row, place: this.places.of(row.address) } : null;
  }
}
