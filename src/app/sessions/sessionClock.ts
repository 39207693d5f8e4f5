/** Milliseconds by which two clocks may differ from one reading to the next: one of them is kept in step by the network. */
const drift = 1000;

/**
 * Milliseconds since 1970 for what is timed. Where the machine's clock is set back, time goes on from where it was, so
 * that nobody is given more of it; a clock that is set forward cannot be told from a machine that slept, which
 * `Heartbeat` notices.
 * @param wall the machine's clock, which can be set; @param steady milliseconds since any moment, which only grow
 */
export function sessionClock(wall: () => number, steady: () => number): () => number {
  let ahead = 0;
  let last = { now: wall(), steady: steady() };
  return () => {
    const reading = { now: wall() + ahead, steady: steady() };
    const expected = last.now + reading.steady - last.steady;
    if (reading.now < expected - drift) {
      ahead += Math.round(expected - reading.now);
      reading.now = wall() + ahead;
    }
    last = reading;
    return reading.now;
  };
}

/** That of this machine. */
export function machineClock(): () => number {
  return sessionClock(
    () => Date.now(),
    () => performance.now(),
  );
}
