/** Lets so many through per second on average, and as many at once; those that come too early wait their turn, in order. */
export class SendRate {
  private free: number;
  private since: number;
  private last: Promise<void> = Promise.resolve();

  /** `now` counts milliseconds from anywhere; `pause` waits for so many. */
  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
    private readonly pause: (milliseconds: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
  ) {
    this.free = Math.max(1, perSecond);
    this.since = now();
  }

  /** Resolves when the next one may go. */
  turn(): Promise<void> {
    this.last = this.last.then(() => this.take());
    return this.last;
  }

  private async take(): Promise<void> {
    this.refill();
    if (this.free < 1) {
      await this.pause(Math.ceil(((1 - this.free) / this.perSecond) * 1000));
      this.refill();
    }
    this.free -= 1;
  }

  private refill(): void {
    const now = this.now();
    this.free = Math.min(Math.max(1, this.perSecond), this.free + ((now - this.since) / 1000) * this.perSecond);
    this.since = now;
  }
}
