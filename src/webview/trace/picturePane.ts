/** The frames and the objects of a step, and the arrows between them. */
import * as l10n from '@vscode/l10n';
import type { Changes, Watched } from '../../core/trace/changes.js';
import type { Recording } from '../../core/trace/recording.js';
import type { HeapObject, Step } from '../../core/trace/step.js';
import { element } from '../shared/dom.js';
import { Arrows } from './arrows.js';
import { glide } from './motion.js';
import { placesOf } from './slots.js';
import { objectName } from './stepText.js';
import { frameElement, objectElement } from './values.js';
import type { ToChanges } from './values.js';

/** An object as it is drawn. */
interface Box {
  readonly object: HeapObject;
  readonly names: string;
  readonly isNew: boolean;
  readonly box: HTMLElement;
}

export class PicturePane {
  readonly element: HTMLElement;
  private readonly places: readonly ReadonlyMap<number, number>[];
  private readonly arrows = new Arrows();
  private readonly frames = element('div', { class: 'frames' });
  private readonly objects = element('div', { class: 'objects' });
  private drawn: ReadonlyMap<number, Box> = new Map();

  /** @param toChanges the ways from a name or an object to what changes it */
  constructor(
    recording: Recording,
    private readonly toChanges: (watched: Watched) => ToChanges,
  ) {
    this.places = placesOf(recording);
    this.element = element(
      'section',
      { class: 'picture', attributes: { 'aria-label': l10n.t('Names and objects') } },
      [this.arrows.element, this.frames, this.objects],
    );
    new ResizeObserver(() => {
      this.arrows.draw(this.element);
    }).observe(this.element);
  }

  /** @param index of the step in its recording */
  show(index: number, step: Step, changes: Changes): void {
    const draw = (): void => {
      this.frames.replaceChildren(...this.framesOf(step, changes.names));
      put(this.objects, this.objectsOf(index, step, changes.objects));
      this.arrows.draw(this.element);
    };
    glide(this.element, draw, this.arrows.element);
  }

  private framesOf(step: Step, changed: ReadonlySet<string>): HTMLElement[] {
    return step.stack.map((frame) =>
      frameElement(
        frame,
        step.names.get(frame.id) ?? new Map(),
        step.heap,
        (name) => changed.has(`${frame.id}.${name}`),
        (name) => this.toChanges({ frame: frame.id, name }),
      ),
    );
  }

  /** Each in its place, which it has as long as it is there; a box that would look the same stays. */
  private objectsOf(index: number, step: Step, changed: ReadonlySet<number>): HTMLElement[] {
    const places = this.places[index] ?? new Map<number, number>();
    const boxes: HTMLElement[] = [];
    const drawn = new Map<number, Box>();
    for (const [id, object] of step.heap) {
      const isNew = changed.has(id);
      const names = namesIn(object, step.heap);
      const before = this.drawn.get(id);
      const stays = before?.object === object && before.names === names && !before.isNew && !isNew;
      const box = stays
        ? before.box
        : objectElement(id, object, step.heap, isNew, this.toChanges({ id }));
      drawn.set(id, { object, names, isNew, box });
      boxes[places.get(id) ?? 0] = box;
    }
    this.drawn = drawn;
    return Array.from(boxes, (box?: HTMLElement) => box ?? element('div', { class: 'free' }));
  }
}

/** What each of an object's references is called. */
function namesIn({ items, fields }: HeapObject, heap: ReadonlyMap<number, HeapObject>): string {
  const referred = [...items.flat(), ...fields.map(([, value]) => value)].flatMap((value) => {
    const object = typeof value === 'number' ? heap.get(value) : undefined;
    return object ? objectName(object) : '';
  });
  return referred.join('\n');
}

/** Puts children in the place of others; what is there already is not touched. */
function put(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const stay = new Set(children.filter((child) => child.parentElement === parent));
  const isInPlace = [...parent.children].every(
    (child, at) => child === children[at] || !stay.has(child as HTMLElement),
  );
  if (!isInPlace || parent.children.length !== children.length) {
    parent.replaceChildren(...children);
    return;
  }
  for (const [at, child] of children.entries()) {
    const there = parent.children[at];
    if (there && there !== child) there.replaceWith(child);
  }
}
