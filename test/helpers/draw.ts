/** Numbers and choices from a seed (mulberry32). */
export class Draw {
  constructor(private state: number) {}
  /** 0 <= x < 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }
  one<T>(choices: readonly T[]): T {
    return choices[this.whole(0, choices.length - 1)]!;
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  some<T>(choices: readonly T[], share: number): T[] {
    return choices.filter(() => this.chance(share)).sort(() => this.next() - 0.5);
  }
}
