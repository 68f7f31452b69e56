/**
 * Works on the items, at most `atOnce` at a time, and returns the results in the items' order. After a first error no other item is
 * begun; it is thrown when all that had begun has ended, so that nothing is still at work on what its caller closes.
 */
export async function inTurns<From, To>(
  items: readonly From[],
  atOnce: number,
  work: (item: From) => Promise<To>,
): Promise<To[]> {
  const done: To[] = [];
  const queue = items.entries();
  let failed = false;
  const worker = async (): Promise<void> => {
    try {
      for (const [n, item] of queue) {
        if (failed) return;
        done[n] = await work(item);
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  const error = ended.find((one) => one.status === 'rejected');
  if (error) throw error.reason;
  return done;
}
