import { element } from './dom.js';
import { svg } from './svg.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One thing that a chart shows, and can tell more about. */
export interface Datum {
  /** Where the pointer means it. */
  readonly area: Box;
  /** Where it is drawn. */
  readonly mark: Box;
  /** Put into words only when it is chosen: there may be hundreds. */
  readonly describe: () => Description;
}

export interface Description {
  readonly title: string;
  readonly text: string;
}

export interface Drawing {
  readonly height: number;
  readonly nodes: readonly Node[];
  readonly data: readonly Datum[];
}

export interface ChartOptions {
  readonly id: string;
  /** What the chart is, for those who hear it. */
  readonly label: string;
  /** Draws to a width in CSS pixels; called again when that changes. */
  readonly draw: (width: number) => Drawing;
  /** The datum to begin with. */
  readonly start: number;
  /** How far the arrow keys go; 1 unless told. Down and right go on in time. */
  readonly across?: number;
  readonly down?: number;
}

/**
 * A chart to look at and to walk through: the pointer or the arrow keys choose a datum, and its details are shown beside
 * it. To assistive technology it is a slider over its data, which speaks each datum as its value.
 */
export class Chart {
  readonly element: HTMLElement;
  private readonly picture = svg('svg', { 'aria-hidden': 'true' });
  private readonly ring = svg('rect', { class: 'ring', rx: 2 });
  private readonly tip = element('div', { class: 'tip', attributes: { 'aria-hidden': 'true' } });
  private drawing: Drawing = { height: 0, nodes: [], data: [] };
  private width = 0;
  private current: number;

  constructor(private readonly options: ChartOptions) {
    this.current = options.start;
    this.element = element(
      'div',
      {
        class: 'chart',
        id: options.id,
        attributes: { role: 'slider', tabindex: '0', 'aria-label': options.label },
      },
      [this.picture, this.tip],
    );
    this.hide();
    new ResizeObserver(([entry]) => {
      if (entry) this.resize(Math.floor(entry.contentRect.width));
    }).observe(this.element);
    this.element.addEventListener('pointermove', (event) => {
      this.point(event);
    });
    this.element.addEventListener('pointerleave', () => {
      if (document.activeElement !== this.element) this.hide();
    });
    this.element.addEventListener('keydown', (event) => {
      this.walk(event);
    });
    this.element.addEventListener('focus', () => {
      if (this.element.matches(':focus-visible')) this.choose(this.current);
    });
    this.element.addEventListener('blur', () => {
      this.hide();
    });
  }

  private resize(width: number): void {
    if (width === this.width || width <= 0) return;
    this.width = width;
    this.drawing = this.options.draw(width);
    const { height, nodes, data } = this.drawing;
    this.picture.setAttribute('viewBox', `0 0 ${String(width)} ${String(height)}`);
    this.picture.setAttribute('width', String(width));
    this.picture.setAttribute('height', String(height));
    this.picture.replaceChildren(...nodes, this.ring);
    this.element.setAttribute('aria-valuemin', '0');
    this.element.setAttribute('aria-valuemax', String(Math.max(0, data.length - 1)));
    this.tell(this.current);
    this.hide();
  }

  private point({ offsetX, offsetY }: PointerEvent): void {
    const hit = this.drawing.data.findIndex(
      ({ area }) =>
        offsetX >= area.x &&
        offsetX < area.x + area.width &&
        offsetY >= area.y &&
        offsetY < area.y + area.height,
    );
    if (hit >= 0) this.choose(hit);
    else if (document.activeElement !== this.element) this.hide();
  }

  private walk(event: KeyboardEvent): void {
    const { across = 1, down = 1 } = this.options;
    const last = this.drawing.data.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: this.current + across,
      ArrowLeft: this.current - across,
      ArrowDown: this.current + down,
      ArrowUp: this.current - down,
      Home: 0,
      End: last,
    };
    if (event.key === 'Escape') this.hide();
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    // Where the next one would be beyond the edge, the one at the edge stays chosen.
    this.choose(target < 0 || target > last ? this.current : target);
  }

  private choose(index: number): void {
    const datum = this.drawing.data[index];
    if (!datum) return;
    this.current = index;
    this.tell(index);
    const { x, y, width, height } = datum.mark;
    for (const [name, value] of Object.entries({
      x: x - 2,
      y: y - 2,
      width: width + 4,
      height: height + 4,
    }))
      this.ring.setAttribute(name, String(value));
    this.ring.classList.add('shown');
    const { title, text } = datum.describe();
    this.tip.replaceChildren(element('strong', { text: title }), element('span', { text }));
    this.tip.hidden = false;
    const { offsetWidth, offsetHeight } = this.tip;
    const left = x + width / 2 - offsetWidth / 2;
    this.tip.style.left = `${String(Math.max(0, Math.min(left, this.width - offsetWidth)))}px`;
    const above = y - offsetHeight - 8;
    this.tip.style.top = `${String(above >= -offsetHeight ? above : y + height + 8)}px`;
  }

  private tell(index: number): void {
    const description = this.drawing.data[index]?.describe();
    this.element.setAttribute('aria-valuenow', String(index));
    this.element.setAttribute(
      'aria-valuetext',
      description ? `${description.title}: ${description.text}` : '',
    );
  }

  private hide(): void {
    this.tip.hidden = true;
    this.ring.classList.remove('shown');
  }
}
