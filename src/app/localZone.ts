/** Minutes that this machine's clock is ahead of UTC at a time (milliseconds since 1970). */
export function minutesAhead(time: number): number {
  // Zero has no sign: it would not come back from JSON.
  return 0 - new Date(time).getTimezoneOffset();
}
