/** Where the frames of a zstd file begin and end (RFC 8878), told from their sizes alone, while it is read. */

export class DamagedZstd extends Error {}

const MAGIC = 0xfd2fb528;
/** The sixteen magic numbers of frames that hold no data. */
const isSkippable = (magic: number): boolean => magic >>> 4 === 0x184d2a5;
const DICTIONARY_BYTES = [0, 1, 2, 4] as const;
const CONTENT_SIZE_BYTES = [0, 2, 4, 8] as const;

/** Bytes behind the descriptor that the header of a frame has. */
function headerRest(descriptor: number): number {
  const single = (descriptor >> 5) & 1;
  const size = CONTENT_SIZE_BYTES[(descriptor >> 6) as 0 | 1 | 2 | 3];
  return (single ? 0 : 1) + DICTIONARY_BYTES[(descriptor & 3) as 0 | 1 | 2 | 3] + (size === 0 && single ? 1 : size);
}

type State = 'magic' | 'size to pass over' | 'descriptor' | 'block';
const HEAD_BYTES: Record<State, number> = { magic: 4, 'size to pass over': 4, descriptor: 1, block: 3 };

/** A piece of a frame; `ends` where the frame does. Frames without data are left out. */
export interface FramePiece {
  bytes: Uint8Array;
  ends: boolean;
}

export class ZstdFrames {
  private state: State = 'magic';
  /** What is known so far of a number that may lie in two chunks. */
  private head = 0;
  private got = 0;
  /** Bytes to be handed on, or passed over, before the next number. */
  private body = 0;
  private checksum = false;
  private last = false;
  private skips = false;

  /** The start of a magic number at the end of a chunk: nobody knows yet whether it is to be handed on. */
  private held: Uint8Array = new Uint8Array(0);

  /** Splits the next chunk. Throws DamagedZstd where no frame begins. */
  *take(next: Uint8Array): Generator<FramePiece> {
    const chunk = this.held.length > 0 ? Buffer.concat([this.held, next]) : next;
    this.held = new Uint8Array(0);
    let from = 0;
    let at = 0;
    while (at < chunk.length) {
      if (this.body > 0) {
        const step = Math.min(this.body, chunk.length - at);
        this.body -= step;
        at += step;
      } else {
        this.head += chunk[at++]! * 256 ** this.got++;
        if (this.got < HEAD_BYTES[this.state]) continue;
        const head = this.head;
        this.head = this.got = 0;
        this.goOn(head);
      }
      if (this.body > 0 || this.state !== 'magic') continue;
      if (!this.skips) yield { bytes: chunk.subarray(from, at), ends: true };
      from = at;
      this.skips = false;
    }
    if (this.state === 'magic' && this.got > 0) {
      this.held = Buffer.from(chunk.subarray(from));
      this.head = this.got = 0;
    } else if (from < chunk.length && !this.skips) yield { bytes: chunk.subarray(from), ends: false };
  }

  /** Whether the file may end here. */
  get betweenFrames(): boolean {
    return this.state === 'magic' && this.body === 0 && this.held.length === 0;
  }

  private goOn(head: number): void {
    if (this.state === 'magic') {
      this.skips = isSkippable(head);
      if (head !== MAGIC && !this.skips) throw new DamagedZstd('something lies behind its last frame');
      this.state = this.skips ? 'size to pass over' : 'descriptor';
    } else if (this.state === 'size to pass over') {
      this.body = head;
      this.state = 'magic';
    } else if (this.state === 'descriptor') {
      this.checksum = (head & 4) !== 0;
      this.body = headerRest(head);
      this.state = 'block';
    } else {
      const oneByte = ((head >> 1) & 3) === 1;
      this.last = (head & 1) === 1;
      this.body = (oneByte ? 1 : head >> 3) + (this.last && this.checksum ? 4 : 0);
      if (this.last) this.state = 'magic';
    }
  }
}
