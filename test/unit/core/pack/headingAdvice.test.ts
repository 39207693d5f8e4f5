import assert from 'node:assert/strict';
import { parseBlocks } from '../../../../src/core/markdownParser.js';
import { headingAdvice } from '../../../../src/core/pack/headingAdvice.js';

describe('A heading that the mock interview knows', () => {
  const told = (body: string): readonly string[] =>
    headingAdvice(parseBlocks(body)).map(({ line, message }) => `${String(line)}: ${message}`);

  it('is guessed when it is misspelled', () => {
    assert.deepEqual(told('Text.\n\n## Pitfals\n\n- One.\n\n## Folow-up questions\n'), [
      '2: The mock interview takes nothing from a section “Pitfals”; did you mean “Pitfalls”?',
      '6: The mock interview takes nothing from a section “Folow-up questions”; did you mean “Follow-up questions”?',
    ]);
  });

  it('may be any other way of saying it, and any other heading stays what it is', () => {
    assert.deepEqual(
      told(
        '## Pitfalls in practice\n\n## Gotchas\n\n## Followups\n\n## Tradeoffs\n\n## How it works\n',
      ),
      [],
    );
  });
});
