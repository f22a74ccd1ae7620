import { accessCookie } from '@kernel/http/authentication';
import { EndedSessions } from '@kernel/ended-sessions';
import { Open } from '@kernel/http/can';
import { nameOf } from '@kernel/http/cookies';
import { audiences, secretOf } from '@kernel/http/tokens';
import { Standings } from '@kernel/standings';
import { Wakeups } from '@kernel/wakeups';
import { isStaffRole } from '@wire/duties';
import { permits } from '@wire/permissions';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { JwtService } from '@nestjs/jwt';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import * as z from 'zod';
import { CONFIG, secretsOf, type Config } from '../../config';
import { ContractParties } from '../../market/contracts';
import { DisputeParties } from '../../money/disputes';

const topic = z.object({
  topic: z
    .string()
    .regex(
      /^((contract|account|job|dispute):[0-9a-f-]{36}|reconciliation|alarms|approvals|holds)$/,
    ),
});

interface Viewer {
  readonly sub: string;
  readonly sid?: string;
  readonly mfa?: boolean;
}

const roomOf = (sessionId: string): string => `session ${sessionId}`;
const roomOfAccount = (accountId: string): string => `account ${accountId}`;
/** More than anybody has pages open, and more than one page watches. */
const mostSockets = 50;
const mostTopics = 50;

/** Says that something changed, never what: the page asks again and sees what it may see. */
@Open()
@WebSocketGateway({ transports: ['websocket'], serveClient: false })
export class LiveGateway implements OnModuleInit {
  @WebSocketServer()
  private readonly server?: Server;
  private readonly jwt = new JwtService();

  constructor(
    private readonly wakeups: Wakeups,
    private readonly ended: EndedSessions,
    private readonly standings: Standings,
    private readonly queries: QueryBus,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.wakeups.on('changed', (name) => this.server?.to(name).emit('changed', { topic: name }));
    this.ended.on((sessionId) => this.server?.in(roomOf(sessionId)).disconnectSockets(true));
  }

  /** So that the socket is found by its session and its account; no topic is named like them. */
  async handleConnection(socket: Socket): Promise<void> {
    const { sub, sid } = this.viewer(socket) ?? {};
    if (!sub) return;
    // The door counts what is said on it among the requests of the account.
    Object.assign(socket.data as object, { accountId: sub });
    const others = socket.nsp.adapter.rooms.get(roomOfAccount(sub))?.size ?? 0;
    if (others >= mostSockets) socket.disconnect(true);
    else await socket.join([roomOfAccount(sub), ...(sid ? [roomOf(sid)] : [])]);
  }

  @SubscribeMessage('watch')
  async watch(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): Promise<void> {
    const { data } = topic.safeParse(body);
    if (!data || !this.isOurs(socket) || !(await this.maySee(socket, data.topic))) return;
    // Counted after the answer: many are asked at once.
    if (socket.rooms.size < mostTopics) await socket.join(data.topic);
  }

  @SubscribeMessage('unwatch')
  async unwatch(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): Promise<void> {
    const { data } = topic.safeParse(body);
    if (data) await socket.leave(data.topic);
  }

  /** A page of another site may open a socket with our cookies; it hears nothing. */
  private isOurs({ handshake }: Socket): boolean {
    const { origin } = handshake.headers;
    const own = [this.config.PUBLIC_URL, this.config.ADMIN_URL].map((url) => new URL(url).origin);
    return origin === undefined || own.includes(origin);
  }

  private async maySee(socket: Socket, name: string): Promise<boolean> {
    const [kind, id = ''] = name.split(':');
    if (kind === 'job') return true;
    const viewer = this.viewer(socket);
    if (!viewer) return false;
    const { sub, sid, mfa = false } = viewer;
    if (kind === 'account') return sub === id;
    // What the token says of roles may be old; the house knows them now.
    const standing = await this.standings.of({ id: sub, sessionId: sid ?? '' });
    const roles = standing?.roles ?? [];
    const now = { id: sub, roles: mfa ? roles : roles.filter((role) => !isStaffRole(role)) };
    if (kind === 'alarms') return permits(now, 'read', 'Console');
    if (kind === 'reconciliation') return permits(now, 'inspect', 'Reconciliation');
    if (kind === 'approvals') return permits(now, 'read', 'Approval');
    if (kind === 'holds') return permits(now, 'inspect', 'Hold');
    const isDispute = kind === 'dispute';
    if (isDispute && permits(now, 'inspect', 'Dispute')) return true;
    const asked = isDispute ? new DisputeParties(id) : new ContractParties(id);
    const parties = await this.queries.execute(asked);
    return parties !== null && [parties.clientId, parties.providerId].includes(sub);
  }

  private viewer({ handshake }: Socket): Viewer | null {
    const cookies = handshake.headers.cookie?.split(/; */) ?? [];
    const name = nameOf(accessCookie, this.config.PUBLIC_URL.startsWith('https:'));
    const token = cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
    try {
      const { AUTH_SECRET: now, AUTH_PREVIOUS_SECRET: before } = this.config;
      const secret = secretOf(token ?? '', secretsOf(now, before));
      const rules = { secret, algorithms: ['HS256' as const], audience: [...audiences] };
      const viewer = this.jwt.verify<Viewer>(token ?? '', rules as object);
      // A token outlives its session for a while; a socket that is opened meanwhile is a guest's.
      return viewer.sid !== undefined && this.ended.has(viewer.sid) ? null : viewer;
    } catch {
      return null;
    }
  }
}
