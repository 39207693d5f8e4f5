/** A page without a browser: it has elements and events, and lays nothing out. */
import { Window } from 'happy-dom';

/** What modules of a page find in the global scope. */
const names = [
  'document',
  'CSSStyleSheet',
  'Element',
  'Event',
  'HTMLElement',
  'HTMLInputElement',
  'KeyboardEvent',
  'MouseEvent',
  'Node',
  'ResizeObserver',
  'matchMedia',
] as const;

/** Call it in a suite, and import modules of a page in its tests: they find an empty page, which goes after the suite. */
export function inPage(): void {
  const replaced = new Map<string, PropertyDescriptor | undefined>();
  let page: Window | undefined;

  before(() => {
    page = new Window();
    for (const name of names) {
      replaced.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      const found: unknown = Reflect.get(page, name);
      const value: unknown = name === 'matchMedia' ? page.matchMedia.bind(page) : found;
      Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
    }
  });

  after(async () => {
    for (const [name, descriptor] of replaced)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    await page?.happyDOM.close();
  });
}
