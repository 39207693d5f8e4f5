/** The frames and the objects of a step, and the arrows between them. */
import * as l10n from '@vscode/l10n';
import type { Changes, Watched } from '../../core/trace/changes.js';
import type { Recording } from '../../core/trace/recording.js';
import type { HeapObject, Step, Value } from '../../core/trace/step.js';
import { element } from '../shared/dom.js';
import { Arrows } from './arrows.js';
import { FrameBox } from './frameBox.js';
import { glide } from './motion.js';
import { place } from './place.js';
import { placesOf } from './slots.js';
import { objectName } from './stepText.js';
import { objectElement } from './values.js';
import type { Heap, ToChanges } from './values.js';

/** An object as it is drawn. */
interface Box {
  readonly object: HeapObject;
  readonly isNew: boolean;
  readonly box: HTMLElement;
}

export class PicturePane {
  readonly element: HTMLElement;
  private readonly places: readonly ReadonlyMap<number, number>[];
  private readonly arrows = new Arrows();
  private readonly frames = element('div', { class: 'frames' });
  private readonly objects = element('div', { class: 'objects' });
  private frameBoxes: ReadonlyMap<number, FrameBox> = new Map();
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
      place(this.frames, this.framesOf(step, changes.names));
      place(this.objects, this.objectsOf(index, step, changes.objects));
      this.arrows.draw(this.element);
    };
    glide(this.element, draw, this.arrows.element);
  }

  private framesOf(step: Step, changed: ReadonlySet<string>): HTMLElement[] {
    this.frameBoxes = new Map(
      step.stack.map((frame) => {
        const { id, line } = frame;
        const watch = (name: string): ToChanges => this.toChanges({ frame: id, name });
        const box = this.frameBoxes.get(id) ?? new FrameBox(frame, watch);
        const isNew = (name: string): boolean => changed.has(`${id}.${name}`);
        box.show(line, step.names.get(id) ?? new Map<string, Value>(), step.heap, isNew);
        return [id, box];
      }),
    );
    return Array.from(this.frameBoxes.values(), (box) => box.element);
  }

  /** Each in its place, which it has as long as it is there; a box that would look the same stays. */
  private objectsOf(index: number, step: Step, changed: ReadonlySet<number>): HTMLElement[] {
    const places = this.places[index] ?? new Map<number, number>();
    const boxes: HTMLElement[] = [];
    const drawn = new Map<number, Box>();
    const renamed = this.renamed(step.heap);
    for (const [id, object] of step.heap) {
      const isNew = changed.has(id);
      const before = this.drawn.get(id);
      const stays = before?.object === object && !before.isNew && !isNew;
      const box =
        stays && !refersTo(object, renamed)
          ? before.box
          : objectElement(id, object, step.heap, isNew, this.toChanges({ id }));
      drawn.set(id, { object, isNew, box });
      boxes[places.get(id) ?? 0] = box;
    }
    this.drawn = drawn;
    return Array.from(boxes, (box?: HTMLElement) => box ?? element('div', { class: 'free' }));
  }

  /** Those that are called otherwise than they were when they were drawn, or that came or went. */
  private renamed(heap: Heap): ReadonlySet<number> {
    const renamed = new Set<number>();
    for (const [id, object] of heap) {
      const before = this.drawn.get(id)?.object;
      if (before === object) continue;
      if (!before || objectName(before) !== objectName(object)) renamed.add(id);
    }
    for (const id of this.drawn.keys()) if (!heap.has(id)) renamed.add(id);
    return renamed;
  }
}

/** Whether what an object shows has one of these references in it. */
function refersTo({ items, fields }: HeapObject, ids: ReadonlySet<number>): boolean {
  const isOne = (value: unknown): boolean => typeof value === 'number' && ids.has(value);
  return (
    ids.size > 0 && (items.flat().some(isOne) || fields.some(([, referred]) => isOne(referred)))
  );
}
