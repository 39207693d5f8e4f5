/** One piece of work after another, whatever is asked for at once; one that fails does not hold up the next. */
export function serialQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let queue: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = queue.then(work);
    queue = done.catch(() => undefined); // Who asked hears of it.
    return done;
  };
}
