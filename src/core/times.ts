/** Times and counts in what was stored: one that no clock says would make a timer run for ever. */
import * as v from 'valibot';
import { endOfTime } from './progress/endOfTime.js';

/** Milliseconds since 1970. */
export const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(endOfTime));

/** Milliseconds that something took, or may take. */
export const duration = moment;

/** How many of something, or a place among them. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
