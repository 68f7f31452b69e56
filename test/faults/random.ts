/** Random numbers by a seed, the same everywhere (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 <= x < 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Whole, from 1 to most. */
  upTo(most: number): number {
    return 1 + Math.floor(this.next() * most);
  }

  pick<One>(some: readonly One[]): One {
    return some[this.upTo(some.length) - 1]!;
  }
}
