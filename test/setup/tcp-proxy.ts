import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A cable to a server that can be cut and mended: while cut, every connection breaks and none is accepted. Or it loses answers of
 * the server, which then has done what nobody learns of.
 */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private isLost: (answer: Buffer) => boolean = () => false;
  private server!: Server;

  private constructor(
    private readonly host: string,
    private readonly port: number,
  ) {}

  static async to(host: string, port: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(host, port);
    proxy.server = createServer((socket) => proxy.join(socket));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get localPort(): number {
    return (this.server.address() as { port: number }).port;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  lose(isLost: (answer: Buffer) => boolean): void {
    this.isLost = isLost;
  }

  mend(): void {
    this.isCut = false;
    this.isLost = () => false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    if (this.isCut) {
      near.destroy();
      return;
    }
    const far = connect({ host: this.host, port: this.port });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (answer: Buffer) => this.isLost(answer) || near.write(answer));
    far.on('end', () => near.end());
  }
}
