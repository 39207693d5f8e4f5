/** Milliseconds since 1970: the year 2100. A time beyond is none of a clock's, and no card may wait for it. */
export const endOfTime = 4_102_444_800_000;
