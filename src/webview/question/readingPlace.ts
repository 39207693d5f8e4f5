/** Where the reader is: a block of the page and how far its top is from the window's, whatever the page's width and pictures. */
export interface ReadingPlace {
  /** Index among the page's blocks. */
  readonly block: number;
  /** CSS pixels; negative when the block's top is out of sight. */
  readonly offset: number;
}

export const start: ReadingPlace = { block: 0, offset: 0 };

function blocks(): readonly Element[] {
  return [...document.querySelectorAll('header, .answer > *, footer > *')];
}

export function readingPlace(): ReadingPlace {
  const all = blocks();
  const block = all.findIndex((each) => each.getBoundingClientRect().bottom > 0);
  const top = all[block]?.getBoundingClientRect().top;
  return top === undefined || window.scrollY === 0 ? start : { block, offset: Math.round(top) };
}

export function goTo({ block, offset }: ReadingPlace): void {
  const target = blocks()[block];
  const atStart = block === 0 && offset === 0;
  window.scrollTo(
    0,
    !target || atStart ? 0 : window.scrollY + target.getBoundingClientRect().top - offset,
  );
}

/** Reads what was saved; anything else is the start. */
export function decodePlace(saved: unknown): ReadingPlace {
  if (typeof saved !== 'object' || saved === null || !('block' in saved) || !('offset' in saved))
    return start;
  const { block, offset } = saved;
  return typeof block === 'number' && typeof offset === 'number' ? { block, offset } : start;
}
