/** Lines from each reference to the object that it leads to, behind the boxes; the numbers say the same in words. */

const svg = 'http://www.w3.org/2000/svg';
/** Above this a picture of lines says less than the numbers do. */
const most = 200;

export class Arrows {
  readonly element = document.createElementNS(svg, 'svg');

  constructor() {
    this.element.setAttribute('class', 'arrows');
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** @param within what it lies over */
  draw(within: HTMLElement): void {
    const frame = within.getBoundingClientRect();
    const paths: SVGPathElement[] = [];
    for (const from of within.querySelectorAll<HTMLElement>('[data-to]')) {
      if (paths.length >= most) break;
      const to = within.querySelector(`#object-${from.dataset['to'] ?? ''}`);
      if (!to) continue;
      paths.push(arrow(from.getBoundingClientRect(), to.getBoundingClientRect(), frame));
    }
    this.element.replaceChildren(...paths);
  }
}

function arrow(from: DOMRect, to: DOMRect, frame: DOMRect): SVGPathElement {
  const x1 = from.right - frame.left;
  const y1 = (from.top + from.bottom) / 2 - frame.top;
  const toRight = to.left >= from.right;
  const x2 = (toRight ? to.left : to.right) - frame.left;
  const y2 = to.top + 12 - frame.top;
  const bend = Math.max(24, Math.abs(x2 - x1) / 3);
  const path = document.createElementNS(svg, 'path');
  const end = toRight ? x2 - 6 : x2 + 6;
  const tip = toRight ? -6 : 6;
  path.setAttribute(
    'd',
    `M${x1} ${y1}C${x1 + bend} ${y1} ${toRight ? x2 - bend : x2 + bend} ${y2} ${end} ${y2}` +
      `M${x2} ${y2}l${tip} -4v8z`,
  );
  return path;
}
