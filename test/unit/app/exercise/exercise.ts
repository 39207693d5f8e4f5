/** An exercise as a pack holds it, for tests. */
import type { Exercise } from '../../../../src/core/pack/exercise.js';

export const exercise: Exercise = {
  id: 'total',
  packId: 'expert-python',
  topic: 't',
  title: 'Total',
  order: 0,
  level: 'core',
  tags: [],
  minutes: 5,
  python: '>=3.10',
  requires: [],
  related: [],
  prerequisites: [],
  sources: [],
  body: 'Add **them**.',
  hints: ['First hint.', 'Second hint.'],
  module: 'total',
  starter: '',
  checks: '',
  timeout: 10,
  approaches: [
    { id: 'a', title: 'A', code: 'secret', time: 'O(n)', memory: 'O(1)', when: 'Now.', text: '' },
  ],
  files: [],
};
