/** The frames and the objects of a step, and the arrows between them. */
import * as l10n from '@vscode/l10n';
import type { Changes, Watched } from '../../core/trace/changes.js';
import type { Recording } from '../../core/trace/recording.js';
import type { Step } from '../../core/trace/step.js';
import { element } from '../shared/dom.js';
import { Arrows } from './arrows.js';
import { glide } from './motion.js';
import { placesOf } from './slots.js';
import { frameElement, objectElement } from './values.js';
import type { ToChanges } from './values.js';

export class PicturePane {
  readonly element: HTMLElement;
  private readonly places: readonly ReadonlyMap<number, number>[];
  private readonly arrows = new Arrows();
  private readonly frames = element('div', { class: 'frames' });
  private readonly objects = element('div', { class: 'objects' });

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
      this.objects.replaceChildren(...this.objectsOf(index, step, changes.objects));
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

  /** Each in its place, which it has as long as it is there. */
  private objectsOf(index: number, step: Step, changed: ReadonlySet<number>): HTMLElement[] {
    const places = this.places[index] ?? new Map<number, number>();
    const boxes: HTMLElement[] = [];
    for (const [id, object] of step.heap)
      boxes[places.get(id) ?? 0] = objectElement(
        id,
        object,
        step.heap,
        changed.has(id),
        this.toChanges({ id }),
      );
    return Array.from(boxes, (box?: HTMLElement) => box ?? element('div', { class: 'free' }));
  }
}
