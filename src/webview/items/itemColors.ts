/** Colors for the code of items, asked for when an item is seen: a result may hold a thousand of them. */
import type { Colors } from '../../protocol/question.js';

type Ask = (key: string) => Promise<Colors>;

interface Colored {
  readonly sheet: CSSStyleSheet;
  readonly colors: Colors;
}

export class ItemColors {
  private known = new Map<string, Colored>();
  private readonly seen = new Set<HTMLElement>();
  private readonly watch = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      this.watch.unobserve(target);
      this.seen.add(target);
      this.color(target);
    }
  });

  constructor(private readonly ask: Ask) {}

  /** The page shows something else: its items are those that carry `data-item`. */
  follow(root: HTMLElement): void {
    this.watch.disconnect();
    this.seen.clear();
    const before = this.known;
    this.known = new Map();
    for (const item of root.querySelectorAll<HTMLElement>('[data-item]')) {
      if (!item.querySelector('[data-block]')) continue;
      this.watch.observe(item);
      const key = keyOf(item);
      const colored = before.get(key);
      if (!colored) continue;
      // The item again, with its verdict: what it shows already does not turn plain meanwhile.
      this.known.set(key, colored);
      paint(item, colored.colors);
    }
    this.adopt();
  }

  /** The window wears another theme. */
  again(): void {
    for (const item of this.seen) this.color(item);
  }

  private color(item: HTMLElement): void {
    this.ask(keyOf(item)).then(
      (colors) => {
        if (item.isConnected) this.apply(item, colors);
      },
      () => undefined, // The text stays as it is; the host has logged why.
    );
  }

  private apply(item: HTMLElement, colors: Colors): void {
    const key = keyOf(item);
    const sheet = this.known.get(key)?.sheet ?? new CSSStyleSheet();
    // The class names of each answer are its own.
    sheet.replaceSync(`[data-item="${CSS.escape(key)}"] { ${colors.css} }`);
    this.known.set(key, { sheet, colors });
    this.adopt();
    paint(item, colors);
  }

  private adopt(): void {
    document.adoptedStyleSheets = [...this.known.values()].map(({ sheet }) => sheet);
  }
}

function keyOf(item: HTMLElement): string {
  return item.dataset['item'] ?? '';
}

function paint(item: HTMLElement, { blocks }: Colors): void {
  for (const [index, html] of blocks.entries()) {
    const code = item.querySelector(`[data-block="${String(index)}"] code`);
    if (!code || html === '') continue;
    const fresh = document.createElement('code');
    fresh.innerHTML = html;
    // Code that has changed since is not put back.
    if (fresh.textContent === code.textContent.replace(/\n$/, ''))
      code.replaceChildren(...fresh.childNodes);
  }
}
