import { Streams } from '@kernel/streams';
import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { escrow, isTerminal } from '../domain/escrow';

/** The kind of deadline some days before a gateway holds money no longer. */
export const gatewayLimit = 'gateway-limit';

/** Money that is still in escrow near the gateway's limit is told to compliance. */
@Injectable()
@OnDue(gatewayLimit)
export class WarnOfLimit {
  constructor(private readonly streams: Streams) {}

  async due(key: string, payload: Record<string, unknown>): Promise<void> {
    const [contractId = '', milestoneId = ''] = key.split(':');
    const gateway = String(payload['gateway']);
    const maxHoldUntil = String(payload['maxHoldUntil']);
    await this.streams.decide(
      escrow,
      contractId,
      (state) => {
        const milestones = state.status === 'open' ? state.milestones : [];
        const waits = milestones.some((one) => one.id === milestoneId && !isTerminal(one));
        const near = { milestoneId, gateway, maxHoldUntil };
        return { facts: waits ? [{ type: 'EscrowLimitNear', data: near } as const] : [] };
      },
      { intent: { scope: gatewayLimit, key, request: payload } },
    );
  }
}
