import type { Response } from 'express';

const unsentAtMost = 1_000_000;
const longestMs = 3_600_000;

/** Server-sent events on a response that stays open; after an hour, and when the reader does not keep up, it ends and the reader comes again. */
export class EventStream {
  private readonly expiry = setTimeout(() => this.end(), longestMs);

  constructor(private readonly response: Response) {
    response.status(200).set({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    response.write('retry: 3000\n\n');
    this.onClose(() => clearTimeout(this.expiry));
  }

  send(event: string, data: object): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** A comment that keeps the way open. */
  beat(): void {
    this.write(':\n\n');
  }

  onClose(then: () => void): void {
    this.response.once('close', then);
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.writableEnded) return;
    if (this.response.writableLength > unsentAtMost) this.end();
    else this.response.write(text);
  }
}
