/** Makes something when it is first used, once. why: a formatter of Intl takes up to ten milliseconds to make, and a page begins with few of them. */
export function whenUsed<Made>(make: () => Made): () => Made {
  let made: { it: Made } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}
