import * as l10n from '@vscode/l10n';
import type { Level } from '../../core/pack/pack.js';
import type { Scope } from '../../core/scope.js';
import type { TopicChoice } from '../../protocol/topicChoice.js';
import { choice, choiceGroup, choiceRow } from './choices.js';
import { element } from './dom.js';

const levels: readonly { readonly value: Level; readonly label: string }[] = [
  { value: 'core', label: l10n.t('Core') },
  { value: 'advanced', label: l10n.t('Advanced') },
  { value: 'expert', label: l10n.t('Expert') },
];

/** The choice of topics and levels. */
export class ScopeFields {
  readonly elements: readonly HTMLElement[];
  private readonly topics: readonly HTMLInputElement[];
  private readonly levels: readonly HTMLInputElement[];

  /** @param chosen topics that are not there any more are passed over */
  constructor(topics: readonly TopicChoice[], chosen: Scope) {
    const known = chosen.topics.filter((key) => topics.some((topic) => topic.key === key));
    this.topics = topics.map(({ key }) =>
      choice('checkbox', 'topic', key, known.length === 0 || known.includes(key)),
    );
    this.levels = levels.map(({ value }) =>
      choice(
        'checkbox',
        'level',
        value,
        chosen.levels.length === 0 || chosen.levels.includes(value),
      ),
    );
    this.elements = [
      choiceGroup(
        l10n.t('Topics'),
        this.topics.map((input, at) => choiceRow(input, topics[at]?.title)),
      ),
      choiceGroup(l10n.t('Level'), [
        element(
          'div',
          { class: 'row' },
          this.levels.map((input, at) => choiceRow(input, levels[at]?.label)),
        ),
      ]),
    ];
  }

  /** Undefined while no topic, or no level, is chosen. */
  get value(): Scope | undefined {
    const topics = checked(this.topics);
    const chosen = checked(this.levels);
    return topics && chosen && { topics, levels: chosen as readonly Level[] };
  }
}

/** None of them means all; undefined when none is checked. */
function checked(inputs: readonly HTMLInputElement[]): readonly string[] | undefined {
  const on = inputs.filter((input) => input.checked).map(({ value }) => value);
  if (on.length === 0) return undefined;
  return on.length === inputs.length ? [] : on;
}
