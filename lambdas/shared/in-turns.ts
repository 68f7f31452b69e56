/** Works on the items, at most `atOnce` at a time, and returns the results in the items' order. The first error is thrown. */
export async function inTurns<From, To>(
  items: readonly From[],
  atOnce: number,
  work: (item: From) => Promise<To>,
): Promise<To[]> {
  const done: To[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [n, item] of queue) done[n] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}
