import proxyAddr from '@fastify/proxy-addr';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingMessage } from 'node:http';
import { EDGE, type Edge } from './edge';
import { Gate } from './gate';
import { Limits } from './limits';

// Nest brings a Socket.IO of its own, so its types are asked for at Nest.
type Server = ReturnType<IoAdapter['createIOServer']>;
type Options = Parameters<IoAdapter['createIOServer']>[1];
type Socket = NonNullable<ReturnType<ReturnType<Server['of']>['sockets']['get']>>;

/** What a page says over a socket is the name of a topic. */
const longestMessage = 4_096;

/**
 * A socket never passes through the server's hooks and guards, so its door is here: the same rules
 * about addresses and the same points of an address and an account, for whoever comes and for each
 * word that is said afterwards.
 */
export class GuardedSockets extends IoAdapter {
  private readonly gate: Gate;
  private readonly limits: Limits;
  private readonly edge: Edge;
  private readonly trusts: (address: string, hop: number) => boolean;
  private readonly addressOf: (request: IncomingMessage) => string;
  /** How many sockets of an address are open. */
  private readonly open = new Map<string, number>();

  constructor(app: NestFastifyApplication) {
    super(app);
    this.gate = app.get(Gate);
    this.limits = app.get(Limits);
    this.edge = app.get<Edge>(EDGE);
    // Read like the server reads its own setting: who is believed is the same for both.
    const trusted = proxyAddr.compile(this.edge.trustedProxies.split(',').map((one) => one.trim()));
    this.trusts = trusted;
    this.addressOf = (request) => proxyAddr(request, trusted);
  }

  override createIOServer(port: number, options?: Options): Server {
    const door: Partial<Options> = {
      maxHttpBufferSize: longestMessage,
      allowRequest: (request, answer) => {
        this.admit(request).then(
          () => answer(null, true),
          (reason: unknown) => answer((reason as Error).message, false),
        );
      },
    };
    const server = super.createIOServer(port, Object.assign({}, options, door));
    server.on('connection', (socket) => this.watch(socket));
    this.gate.on(() => {
      for (const socket of server.of('/').sockets.values())
        if (this.gate.against(this.addressOf(socket.request))) socket.disconnect(true);
    });
    return server;
  }

  /** An address has as many sockets open as it may send requests in a minute, and no more. */
  private async admit(request: IncomingMessage): Promise<void> {
    const address = this.addressOf(request);
    if (!this.isSecure(request)) throw new Error('request.not_secure');
    if (this.gate.against(address)) throw new Error('request.address_blocked');
    await this.limits.admit(address);
    if ((this.open.get(address) ?? 0) >= this.edge.requestsPerMinute)
      throw new Error('request.too_many');
  }

  /** Where pages are at https, a socket without TLS is not theirs, and would carry their cookie in clear. */
  private isSecure({ socket, headers }: IncomingMessage): boolean {
    if (!this.edge.secureCookies || 'encrypted' in socket) return true;
    return this.trusts(socket.remoteAddress ?? '', 0) && headers['x-forwarded-proto'] === 'https';
  }

  private watch(socket: Socket): void {
    const address = this.addressOf(socket.request);
    this.open.set(address, (this.open.get(address) ?? 0) + 1);
    socket.once('disconnect', () => this.left(address));
    // Whoever says too much is cut off: a page comes back by itself, later and later.
    socket.use((_, next) => {
      this.spend(socket, address).then(
        () => next(),
        () => socket.disconnect(true),
      );
    });
  }

  private async spend({ data }: Socket, address: string): Promise<void> {
    await this.limits.admit(address);
    const { accountId } = data as { accountId?: string };
    if (accountId !== undefined) await this.limits.admitAccount(accountId, address);
  }

  private left(address: string): void {
    const others = (this.open.get(address) ?? 1) - 1;
    if (others > 0) this.open.set(address, others);
    else this.open.delete(address);
  }
}
