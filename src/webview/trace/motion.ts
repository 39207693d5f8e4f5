/**
 * Lets boxes glide to where they stand now from where they were seen last: first, last, invert, play
 * (https://aerotwist.com/blog/flip-your-animations/). What still moves goes on from where it is, so that steps may
 * follow each other as fast as a key repeats.
 */

/** Milliseconds, as VS Code's own short transitions. */
const time = 150;

/** A box is known again by what it shows. */
const keyOf = ({ dataset }: HTMLElement): string =>
  dataset['object'] === undefined
    ? `frame ${dataset['frame'] ?? ''}`
    : `object ${dataset['object']}`;

const boxesIn = (within: HTMLElement): readonly HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>('.box'),
];

/** The reader's system or VS Code asks for none. */
function isUnwanted(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

/**
 * Shows something else within an element.
 *
 * @param show puts it there at once
 * @param fades what appears again when a box has moved
 */
export function glide(within: HTMLElement, show: () => void, fades: Element): void {
  const before = new Map(
    isUnwanted() ? [] : boxesIn(within).map((box) => [keyOf(box), box.getBoundingClientRect()]),
  );
  show();
  if (before.size === 0) return;
  const moves = boxesIn(within).map((box) => {
    const from = before.get(keyOf(box));
    const to = box.getBoundingClientRect();
    return { box, from, x: (from?.left ?? 0) - to.left, y: (from?.top ?? 0) - to.top };
  });
  let hasMoved = false;
  for (const { box, from, x, y } of moves) {
    if (!from) box.animate({ opacity: [0, 1] }, time);
    else if (x !== 0 || y !== 0) {
      hasMoved = true;
      box.animate(
        { transform: [`translate(${x}px, ${y}px)`, 'none'] },
        { duration: time, easing: 'ease-out' },
      );
    }
  }
  if (hasMoved) fades.animate({ opacity: [0, 1] }, time);
}
