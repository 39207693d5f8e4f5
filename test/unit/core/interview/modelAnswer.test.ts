import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { scriptOf } from '../../../../src/core/interview/modelAnswer.js';
import type { Script } from '../../../../src/core/interview/modelAnswer.js';
import { plainText, sentencesOf, statementsOf } from '../../../../src/core/interview/sentences.js';
import { parseQuestion } from '../../../../src/core/pack/parseQuestion.js';

const folder = 'content/expert-python/questions';

function shipped(): readonly Script[] {
  return readdirSync(folder).map((file) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const { question } = parseQuestion('expert-python', file, text);
    assert.ok(question, file);
    return scriptOf(question);
  });
}

const script = (body: string): Script => scriptOf({ id: 'q', title: 'Why?', body });
const texts = ({ opening }: Script): readonly string[] => opening.points.map(({ text }) => text);

describe('sentences of an answer', () => {
  it('end at a full stop, not within code, links, emphasis or an abbreviation', () => {
    assert.deepEqual(
      sentencesOf(
        'Call `a. b()` first, e.g. at start. attrs is *fine. Really.* See [a. B](question:x). End',
      ),
      [
        'Call `a. b()` first, e.g. at start.',
        'attrs is *fine. Really.*',
        'See [a. B](question:x).',
        'End',
      ],
    );
  });

  it('stay together where one alone says nothing', () => {
    assert.deepEqual(
      statementsOf(
        'May it hold? Only for something that you read and never write to. `super()` does not mean "my parent". ' +
          'It means the class after this one in the order of the instance. See [slots](question:slots).',
        5,
      ),
      [
        'May it hold? Only for something that you read and never write to.',
        '`super()` does not mean "my parent". It means the class after this one in the order of the instance.',
      ],
    );
  });

  it('lose no word however they are joined', () => {
    const word = fc.constantFrom(
      'one',
      'Two',
      '`x. y`',
      '**bold**',
      'It',
      'end.',
      'why?',
      '(a',
      'b)',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        (words, most) => {
          const text = words.join(' ');
          const statements = statementsOf(text, most);
          assert.ok(statements.length <= most);
          assert.equal(statements.join(' '), text);
        },
      ),
    );
  });

  it('are plain without their marks, and code keeps its underscores and stars', () => {
    assert.equal(
      plainText('**`__init__`** of *a* [GIL](question:gil) is `*args`, see snake_case'),
      '__init__ of a GIL is *args, see snake_case',
    );
  });
});

describe('the checklist of a question', () => {
  it('takes the opening’s statements, one judgment of each kind, and the first pitfalls', () => {
    const body = [
      'A view lends its memory to another object without copying any of it. While one is open, an owner that could resize refuses to.',
      '## When to use it',
      'Work down this list:',
      '1. first this',
      '## Trade-offs',
      '**What changed in 3.15:** nothing that matters to anybody here.',
      '',
      'A view keeps its owner alive, however small the view is. A second sentence that is long enough to stand by itself.',
      '## Pitfalls',
      '- **Not releasing.** It stays for longer than expected. Use `with`.',
      '- **Hashing** works only for those that are read-only.',
      '- **A third one.** Left out.',
    ].join('\n');
    assert.deepEqual(texts(script(body)), [
      'A view lends its memory to another object without copying any of it.',
      'While one is open, an owner that could resize refuses to.',
      'A view keeps its owner alive, however small the view is.',
      '**Not releasing.** It stays for longer than expected.',
      '**Hashing** works only for those that are read-only.',
    ]);
  });

  it('takes each follow-up with all of its answer', () => {
    const { followUps } = script(
      '## Follow-up questions\n**Is `x` lazy?** No. It is computed at once, and never again.\n\n```python\nx\n```\n\nText of the answer that goes on for long enough to be a statement.\n\n**Empty?**\n',
    );
    assert.equal(followUps.length, 1);
    assert.equal(followUps[0]?.ask, 'Is `x` lazy?');
    assert.match(followUps[0].answer, /^No\. It is[^]*```python\nx\n```\n\nText of/);
    assert.equal(followUps[0].points[0]?.text, 'No. It is computed at once, and never again.');
  });

  it('is there for a question in any style', () => {
    assert.deepEqual(texts(script('')), ['Why?']);
    assert.deepEqual(texts(script('# One\ntext\n## Two\n')), ['One', 'Two']);
    fc.assert(
      fc.property(fc.string(), (body) => {
        const { opening, followUps } = script(body);
        assert.ok(opening.points.length > 0 && opening.answer !== '');
        for (const { points } of followUps) assert.ok(points.length > 0);
      }),
    );
  });

  it('is of use for every question that ships: short enough to rate, whole sentences, no loose marks', () => {
    const scripts = shipped();
    assert.ok(scripts.length >= 45);
    for (const { question, opening, followUps } of scripts) {
      const count = opening.points.length;
      assert.ok(count >= 5 && count <= 9, `${question} has ${String(count)} points`);
      const groups = new Set(opening.points.map(({ group }) => group));
      assert.ok(groups.has('Say first') && groups.has('Pitfalls to name'), question);
      assert.ok(followUps.length >= 2, `${question} has ${String(followUps.length)} follow-ups`);
      for (const { text } of [...opening.points, ...followUps.flatMap(({ points }) => points)]) {
        assert.ok(plainText(text).length >= 25 && text.length <= 420, `${question}: ${text}`);
        assert.match(text, /[.!?)”"*`]$/, `${question}: ${text}`);
        assert.doesNotMatch(plainText(text.replace(/`[^`]*`/g, 'x')), /\*\*|\]\(/, question);
        assert.doesNotMatch(text, /^Before you run|^See \[/, question);
      }
    }
  });
});
