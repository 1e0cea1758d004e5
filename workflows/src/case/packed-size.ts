/** So far back a repetition is found, in characters. */
const reach = 24_576;
const windowSize = 32_768;
const chunkSize = 4_096;
const leastMatch = 4;
const mostMatch = 258;
/** What a repetition costs at most, in bytes: its length and how far back it lies. */
const matchBytes = 3.5;

/**
 * Estimates how many bytes texts take once compressed, text by text: the work for each depends on its own length only. It looks for
 * repetitions as the payload codec's deflate does, but finds fewer, so the estimate is rather too high than too low. It is our own and
 * pure because a replayed case must come to the same number.
 */
export class PackedSize {
  private readonly window = new Uint16Array(windowSize);
  private readonly heads = new Int32Array(1 << 14).fill(-1);
  private length = 0;

  /** What this text adds to those before it. */
  add(text: string): number {
    let bytes = 0;
    for (let from = 0; from < text.length; from += chunkSize)
      bytes += this.addChunk(text.slice(from, from + chunkSize));
    return Math.ceil(bytes);
  }

  private addChunk(text: string): number {
    const end = this.length + text.length;
    for (let index = 0; index < text.length; index += 1)
      this.window[(this.length + index) % windowSize] = text.charCodeAt(index);
    let bytes = 0;
    while (this.length < end) {
      const matched = end - this.length < leastMatch ? 0 : this.matchAt(this.length, end);
      if (matched > 0) bytes += matchBytes;
      else bytes += bytesOf(this.codeAt(this.length));
      this.length += Math.max(1, matched);
    }
    return bytes;
  }

  /** The length of the repetition that begins here; 0 where none does. */
  private matchAt(at: number, end: number): number {
    const hash = this.hashAt(at);
    const before = this.heads[hash] as number;
    this.heads[hash] = at;
    if (before < 0 || at - before > reach) return 0;
    let length = 0;
    while (length < mostMatch && at + length < end && this.codeAt(before + length) === this.codeAt(at + length))
      length += 1;
    return length < leastMatch ? 0 : length;
  }

  private codeAt(at: number): number {
    return this.window[at % windowSize] as number;
  }

  private hashAt(at: number): number {
    let hash = 0;
    for (let index = 0; index < leastMatch; index += 1) hash = Math.imul(hash ^ this.codeAt(at + index), 0x9e3779b1);
    return (hash >>> 18) & 0x3fff;
  }
}

/** Of one UTF-16 unit in UTF-8; a pair of them takes four. */
const bytesOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : 3);

/** Bytes of a text in UTF-8, or somewhat more. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) bytes += bytesOf(text.charCodeAt(index));
  return bytes;
}
