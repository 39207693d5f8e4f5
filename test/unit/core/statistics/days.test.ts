import assert from 'node:assert/strict';
import fc from 'fast-check';
import { StatisticsFold } from '../../../../src/core/statistics/statisticsFold.js';
import { streakOf } from '../../../../src/core/statistics/activity.js';
import { localDays, weekOf } from '../../../../src/core/statistics/days.js';
import type { DayOf } from '../../../../src/core/statistics/days.js';

const minute = 60_000;
const hour = 60 * minute;
const msPerDay = 24 * hour;

/** What the calendar on the wall says, from the system’s own tables of time zones. */
function wallOf(timeZone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, +value]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  };
}

function daysIn(timeZone: string): DayOf {
  const wall = wallOf(timeZone);
  return localDays((time) =>
    Math.round((wall(time) - Math.floor(time / minute) * minute) / minute),
  );
}

describe('a day', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'];

  it('is the one on the wall in every time zone, and lasts until four in the morning', () => {
    for (const zone of zones) {
      const [dayOf, wall] = [daysIn(zone), wallOf(zone)];
      const time = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
      fc.assert(
        fc.property(time, (at) => {
          assert.equal(
            dayOf(at),
            Math.floor((wall(at) - 4 * hour) / msPerDay),
            `${zone} ${String(at)}`,
          );
        }),
      );
    }
  });

  it('may have 23 or 25 hours, and a streak goes on across it', () => {
    const berlin = daysIn('Europe/Berlin');
    // Clocks go forward on 29 March and back on 25 October 2026: half past eleven in the evening, local time.
    for (const [last, before, after] of [
      [Date.UTC(2026, 3, 1), 22.5, 21.5],
      [Date.UTC(2026, 9, 28), 21.5, 22.5],
    ] as const) {
      const change = last - 3 * msPerDay;
      const evenings = Array.from({ length: 8 }, (_, index) => {
        const day = last - (7 - index) * msPerDay;
        return day + (day < change ? before : after) * hour;
      });
      const days = evenings.map(berlin);
      assert.equal(new Set(days).size, 8, 'each evening is a day of its own');
      assert.deepEqual(streakOf(days, days[7] ?? 0), { current: 8, longest: 8, today: true });
    }
    // Sunday began at four in the winter’s time zone less the hour that was left out, and Monday in the summer’s.
    const sunday = berlin(Date.UTC(2026, 2, 29, 12));
    assert.equal(berlin(Date.UTC(2026, 2, 30, 2)), sunday + 1);
    assert.equal(berlin(Date.UTC(2026, 2, 30, 1, 59)), sunday);
    assert.equal(berlin(Date.UTC(2026, 2, 29, 2)), sunday);
    assert.equal(berlin(Date.UTC(2026, 2, 29, 1, 59)), sunday - 1);
    assert.equal(berlin(Date.UTC(2026, 2, 28, 3)), sunday - 1);
    assert.equal(berlin(Date.UTC(2026, 2, 28, 2, 59)), sunday - 2);
  });

  it('belongs to the week of its Monday', () => {
    const monday = Date.UTC(2026, 10, 23) / msPerDay;
    for (let day = monday; day < monday + 7; day++) assert.equal(weekOf(day), monday);
    assert.equal(weekOf(-1), -3, 'also before 1970: 29 December 1969 was a Monday');
  });
});

describe('a streak', () => {
  it('counts up to today, and is not lost before today has ended', () => {
    assert.deepEqual(streakOf([], 100), { current: 0, longest: 0, today: false });
    assert.deepEqual(streakOf([100], 100), { current: 1, longest: 1, today: true });
    assert.deepEqual(streakOf([97, 98, 99], 100), { current: 3, longest: 3, today: false });
    assert.deepEqual(streakOf([97, 98], 100), { current: 0, longest: 2, today: false });
    assert.deepEqual(streakOf([100, 101, 102], 100), { current: 1, longest: 1, today: true });
  });

  it('is what one finds by going back day by day', () => {
    const days = fc.array(fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), (done, today) => {
        const marks = Array.from({ length: today + 1 }, (_, day) =>
          done.includes(day) ? 'x' : ' ',
        );
        const rows = marks.join('').split(' ');
        const open = done.includes(today) ? rows : rows.slice(0, -1);
        assert.deepEqual(streakOf(done, today), {
          current: open.at(-1)?.length ?? 0,
          longest: Math.max(...rows.map((row) => row.length)),
          today: done.includes(today),
        });
      }),
    );
  });

  it('stay the days they were when the learner travels on', () => {
    // Late and early on four days in Tokyo, then in Los Angeles.
    const entries = [1, 2, 3, 4].map((date, index) => {
      const time = Date.UTC(2026, 0, date, index % 2 ? -3 : 14);
      return { time, zone: 9 * 60, event: { kind: 'read', question: 'gil' } } as const;
    });
    const fold = new StatisticsFold(localDays(() => -8 * 60));
    for (const entry of entries) fold.apply(entry);
    const last = localDays(() => 9 * 60)(entries[3]?.time ?? 0);
    assert.equal(fold.activity.streak(last).current, 4);
    const asHere = new StatisticsFold(localDays(() => -8 * 60));
    for (const { time, event } of entries) asHere.apply({ time, event });
    assert.notEqual(
      asHere.activity.streak(last).current,
      4,
      'of earlier versions no zone is known',
    );
  });
});
