import assert from 'node:assert/strict';
import { ImportError, Losses } from '../../../../src/app/importing/bank.js';
import type { Bank, BankItem } from '../../../../src/app/importing/bank.js';
import { readGift } from '../../../../src/app/importing/gift.js';
import { matchingItems, numberItem } from '../../../../src/app/importing/learningPlatform.js';
import { readMoodleXml } from '../../../../src/app/importing/moodleXml.js';

const base = { name: 'n', prompt: 'Which?', explanation: '' };
const items = ({ quizzes }: Bank): readonly BankItem[] => quizzes.flatMap(({ items }) => items);
const lost = ({ losses }: Bank): readonly string[] =>
  losses.map(({ where, what }) => `${where}: ${what}`);
const choice = (
  several: boolean,
  ...options: readonly (readonly [text: string, correct: boolean, why?: string])[]
): object => ({
  kind: 'choice',
  several,
  options: options.map(([text, correct, why = '']) => ({ text, correct, why })),
});
const accepted = (item: BankItem | undefined): readonly string[] | undefined =>
  item?.kind === 'text' ? item.accept : undefined;

describe('an item that wants a number', () => {
  for (const [ranges, accept] of [
    [[[2, 2]], ['2']],
    [[[0.5, 0.5]], ['0.5']],
    [
      [
        [2, 4],
        [9, 9],
      ],
      ['2', '3', '4', '9'],
    ],
    [[[0, 49]], Array.from({ length: 50 }, (_, at) => String(at))],
    [[[0, 50]], undefined],
    [[[0.5, 2]], undefined],
    [[[0, 1.5]], undefined],
    [[], undefined],
  ] as readonly (readonly [(readonly [number, number])[], readonly string[] | undefined])[])
    it(`accepts each of ${JSON.stringify(ranges)}, where they can be listed`, () => {
      assert.deepEqual(accepted(numberItem(base, ranges)), accept);
    });
});

describe('what belongs to what', () => {
  it('is one choice for each, of all answers', () => {
    const losses = new Losses();
    const pairs = [
      ['list', 'mutable'],
      ['', 'neither'],
      ['dict', 'mutable'],
    ] as const;
    assert.deepEqual(matchingItems(base, pairs, 'here', losses), [
      {
        name: 'n 1',
        prompt: 'Which?\n\nlist',
        explanation: '',
        kind: 'choice',
        several: false,
        options: [
          { text: 'mutable', correct: true },
          { text: 'neither', correct: false },
        ],
      },
      {
        name: 'n 2',
        prompt: 'Which?\n\ndict',
        explanation: '',
        kind: 'choice',
        several: false,
        options: [
          { text: 'mutable', correct: true },
          { text: 'neither', correct: false },
        ],
      },
    ]);
    assert.deepEqual(losses.all, []);
  });

  it('has nine options at most: its own and those that follow it', () => {
    const pairs = (count: number): readonly (readonly [string, string])[] =>
      Array.from({ length: count }, (_, at) => [`q${at}`, `a${at}`] as const);
    const losses = new Losses();
    const nine = matchingItems({ ...base, prompt: '' }, pairs(9), 'here', losses);
    assert.deepEqual(losses.all, []);
    assert.equal(nine[8]?.prompt, 'q8');
    const ten = matchingItems(base, pairs(10), 'here', losses);
    assert.deepEqual(losses.all, [
      { where: 'here', what: 'Some wrong options: there were 10, and 9 is the most.' },
    ]);
    const last = ten[9];
    assert.ok(last?.kind === 'choice');
    assert.deepEqual(
      last.options.map(({ text, correct }) => (correct ? `${text}!` : text)),
      ['a9!', 'a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'],
    );
  });
});

describe('GIFT', () => {
  const read = (text: string): Bank => readGift('Bank', text);

  it('has a choice that is true or false, with why', () => {
    const [first, second] = items(read('::a::X {T#wrong#right}\n\nY {FALSE#wrong}\n'));
    assert.deepEqual(first, {
      ...{ name: 'a', prompt: 'X', explanation: '' },
      ...choice(false, ['True', true, 'right'], ['False', false, 'wrong']),
    });
    assert.deepEqual(second, {
      ...{ name: '', prompt: 'Y', explanation: '' },
      ...choice(false, ['True', false, 'wrong'], ['False', true]),
    });
  });

  it('has a choice of one or several, and tells of shares of a point', () => {
    const one = read('X {=a#yes ~b ~%-50%c####All in all.}\n');
    assert.deepEqual(items(one), [
      {
        ...{ name: '', prompt: 'X', explanation: 'All in all.' },
        ...choice(false, ['a', true, 'yes'], ['b', false], ['c', false]),
      },
    ]);
    assert.deepEqual(lost(one), []);
    const several = read('X {~%50%a ~%50%b ~%-100%c}\n');
    assert.deepEqual(items(several)[0], {
      ...{ name: '', prompt: 'X', explanation: '' },
      ...choice(true, ['a', true], ['b', true], ['c', false]),
    });
    assert.deepEqual(lost(several), []);
    const share = read('::s::X {~%50%a ~b}\n');
    assert.deepEqual(lost(share), ['question 1 (s): The share of a point that an answer gives.']);
  });

  it('has names and numbers to type', () => {
    const bank = read(
      'X {=a =%50%b =%0%c}\n\nX {#3}\n\nX {#3:1}\n\nX {#1..2 }\n\nX {#=1:0 =%50%2:0 =%0%3:0}\n',
    );
    assert.deepEqual(items(bank).map(accepted), [
      ['a', 'b'],
      ['3'],
      ['2', '3', '4'],
      ['1', '2'],
      ['1', '2'],
    ]);
    assert.deepEqual(lost(read('X {#0.5..1}\n')), [
      'question 1: It accepts any number of a range, which no item here does.',
    ]);
  });

  it('has pages to read, in the section that they stand in', () => {
    const bank = read(
      '$CATEGORY: top/A\n\nOnly text.\n\n::e::Write. {}\n\nWrite more. {}\n\n$CATEGORY: a/\n\nX {T}\n\n$CATEGORY: empty\n\n',
    );
    assert.deepEqual(
      bank.quizzes.map(({ title, body, items }) => [title, body, items.length]),
      [
        ['A', 'Only text.\n\n**e**\n\nWrite.\n\n**To write about**\n\nWrite more.', 0],
        ['Bank', '', 1],
      ],
    );
    const essay = 'It wants an essay, which nothing here grades: it is on the page to read.';
    assert.deepEqual(lost(bank), [`question 2 (e): ${essay}`, `question 3: ${essay}`]);
  });

  it('is read in the format that it says', () => {
    const prompt = (text: string): string | undefined => items(read(`${text} {T}\n`))[0]?.prompt;
    assert.equal(prompt('[markdown]**a** `b`'), '**a** `b`');
    assert.equal(prompt('[plain]<b>a</b> *b*'), '\\<b\\>a\\</b\\> \\*b\\*');
    assert.equal(prompt('[html]a &amp; b'), 'a & b');
    assert.equal(prompt('<b>a</b>'), '**a**');
    assert.equal(prompt('a *b* \\{c\\} \\= d'), 'a \\*b\\* {c} = d');
  });

  it('tells what in it is none, and reads the rest', () => {
    const bank = read('\uFEFFX {T}\r\n\r\n\r\nbroken {=\r\n\r\nY {F}\r\n');
    assert.deepEqual(
      items(bank).map(({ prompt }) => prompt),
      ['X', 'Y'],
    );
    assert.equal(bank.losses.length, 1);
    assert.match(lost(bank)[0] ?? '', /^“broken \{=”: It is no GIFT: ./);
    assert.throws(() => read('broken {='), ImportError);
    assert.throws(() => read('// nothing\n'), /There is no question of GIFT in it/);
  });
});

describe('Moodle’s XML', () => {
  const read = (...questions: readonly string[]): Bank =>
    readMoodleXml('Bank', `<quiz>${questions.join('')}</quiz>`);
  const question = (type: string, inner: string, name = 'n'): string =>
    `<question type="${type}"><name><text>${name}</text></name><questiontext><text>Which?</text></questiontext>${inner}</question>`;
  const answer = (text: string, fraction: number, more = ''): string =>
    `<answer fraction="${fraction}"><text>${text}</text>${more}</answer>`;
  const why = '<feedback><text>Since.</text></feedback>';

  it('has choices of one and of several', () => {
    const one = read(
      question('multichoice', `<single>true</single>${answer('a', 100, why)}${answer('b', 0)}`),
    );
    assert.deepEqual(items(one), [
      { ...base, ...choice(false, ['a', true, 'Since.'], ['b', false]) },
    ]);
    assert.deepEqual(lost(one), []);
    const several = read(
      question(
        'multichoice',
        `<single>false</single>${answer('a', 50)}${answer('b', 50)}${answer('c', -10)}`,
      ),
      question('multichoiceset', answer('a', 100) + answer('b', 0)),
    );
    assert.deepEqual(items(several), [
      { ...base, ...choice(true, ['a', true], ['b', true], ['c', false]) },
      { ...base, ...choice(false, ['a', true], ['b', false]) },
    ]);
  });

  it('has of answers that are partly right the best, and tells it', () => {
    const bank = read(
      question('multichoice', `<single>true</single>${answer('a', 50)}${answer('b', 100)}`),
    );
    assert.deepEqual(items(bank), [{ ...base, ...choice(false, ['a', false], ['b', true]) }]);
    assert.deepEqual(lost(bank), [
      'question 1 (n): The share of a point that an answer which is only partly right gives.',
    ]);
  });

  it('has true and false', () => {
    assert.deepEqual(items(read(question('truefalse', answer('true', 0) + answer('false', 100)))), [
      { ...base, ...choice(false, ['True', false], ['False', true]) },
    ]);
  });

  it('tells of what has nothing to choose', () => {
    for (const inner of ['', answer('a', 100), answer('a', 0) + answer('b', 0)]) {
      const bank = read(question('multichoice', `<single>false</single>${inner}`));
      assert.deepEqual(bank.quizzes, []);
      assert.deepEqual(lost(bank), [
        'question 1 (n): The question: it has no right answer, or nothing to choose from.',
      ]);
    }
  });

  it('has names and numbers to type', () => {
    const short = (usecase: string): BankItem | undefined =>
      items(
        read(
          question(
            'shortanswer',
            `${usecase}${answer('a', 100)}${answer('b', 0)}${answer('c', 50)}`,
          ),
        ),
      )[0];
    const exact = { ...base, kind: 'text', accept: ['a', 'c'], exactCase: true };
    assert.deepEqual(short('<usecase>1</usecase>'), exact);
    assert.deepEqual(short('<usecase>0</usecase>'), { ...exact, exactCase: false });
    assert.deepEqual(short(''), { ...exact, exactCase: false });
    assert.deepEqual(lost(read(question('shortanswer', answer('a*', 100)))), [
      'question 1 (n): The “*” of an answer, which stands for any text in Moodle.',
    ]);
    const tolerance = '<tolerance>1</tolerance>';
    const numbers = read(
      question('numerical', answer('3', 100, tolerance) + answer('7', 50) + answer('9', 0)),
    );
    assert.deepEqual(accepted(items(numbers)[0]), ['2', '3', '4', '7']);
    assert.deepEqual(lost(read(question('numerical', answer('0.5', 100, tolerance)))), [
      'question 1 (n): It accepts any number of a range, which no item here does.',
    ]);
  });

  it('has what belongs to what', () => {
    const pair = (asked: string, right: string): string =>
      `<subquestion><text>${asked}</text><answer><text>${right}</text></answer></subquestion>`;
    const bank = read(question('matching', pair('list', 'a_b') + pair('', 'c')));
    assert.deepEqual(items(bank), [
      {
        ...{ name: 'n 1', prompt: 'Which?\n\nlist', explanation: '' },
        ...{ kind: 'choice', several: false },
        options: [
          { text: 'a\\_b', correct: true },
          { text: 'c', correct: false },
        ],
      },
    ]);
  });

  it('has pages to read, in the section that they stand in', () => {
    const category = (path: string): string =>
      `<question type="category"><category><text>${path}</text></category></question>`;
    const bank = read(
      question('description', ''),
      category('$course$/top/ Loops '),
      question('essay', '', 'a_b'),
      question('description', ''),
      category('$course$/top'),
      question('truefalse', answer('true', 100) + answer('false', 0)),
      category('empty'),
      question('cloze', '', ''),
    );
    assert.deepEqual(
      bank.quizzes.map(({ title, body, items }) => [title, body, items.length]),
      [
        ['Bank', 'Which?', 0],
        ['Loops', '**a\\_b**\n\nWhich?\n\nWhich?', 0],
        ['Bank', '', 1],
      ],
    );
    assert.deepEqual(lost(bank), [
      'question 3 (a_b): It wants an essay, which nothing here grades: it is on the page to read.',
      'question 8: The question: there is no item here of the kind “cloze”.',
    ]);
  });

  it('is read in the format that it says, with its name where it asks nothing', () => {
    const prompt = (text: string): string | undefined =>
      items(
        read(
          `<question type="shortanswer"><name><text>n</text></name>${text}${answer('a', 100)}</question>`,
        ),
      )[0]?.prompt;
    assert.equal(
      prompt('<questiontext format="markdown"><text>**a**</text></questiontext>'),
      '**a**',
    );
    assert.equal(
      prompt('<questiontext format="plain_text"><text>*a*</text></questiontext>'),
      '\\*a\\*',
    );
    assert.equal(
      prompt('<questiontext format="html"><text>&lt;b&gt;a&lt;/b&gt;</text></questiontext>'),
      '**a**',
    );
    assert.equal(prompt(''), 'n');
    const feedback = '<generalfeedback><text>Since.</text></generalfeedback>';
    assert.equal(
      items(read(question('shortanswer', feedback + answer('a', 100))))[0]?.explanation,
      'Since.',
    );
    const file = '<generalfeedback><text>a</text><file name="x">AA==</file></generalfeedback>';
    assert.deepEqual(lost(read(question('shortanswer', file + answer('a', 100)))), [
      'question 1 (n): The files that its text shows.',
    ]);
  });

  it('has programs to write, whose tests compare what they print', () => {
    const test = (code: string, expected: string, stdin = ''): string =>
      `<testcase><testcode><text>${code}</text></testcode><stdin><text>${stdin}</text></stdin><expected><text>${expected}</text></expected></testcase>`;
    const program = (inner: string, type = 'python3_w_input'): Bank =>
      read(question('coderunner', `<coderunnertype>${type}</coderunnertype>${inner}`));
    const solution = '<answer> def f(): ... </answer>';
    const tests = `<testcases>${test('print(f())\n\nf()\n', '1\n\n')}${test('', 'x "y"')}</testcases>`;
    assert.deepEqual(items(program(solution + tests)), [
      {
        ...base,
        kind: 'code',
        starter: '# Write your answer here.\n',
        solution: 'def f(): ...\n',
        checks: [
          'import contextlib, io\nprinted = io.StringIO()\nwith contextlib.redirect_stdout(printed):\n    print(f())\n\n    f()\nassert printed.getvalue().rstrip() == "1", printed.getvalue()',
          'import contextlib, io\nprinted = io.StringIO()\nwith contextlib.redirect_stdout(printed):\n    pass\nassert printed.getvalue().rstrip() == "x \\"y\\"", printed.getvalue()',
        ],
      },
    ]);
    const [preloaded] = items(
      program(`${solution}<answerpreload> def f():\n    pass\n</answerpreload>${tests}`),
    );
    assert.equal(preloaded?.kind === 'code' && preloaded.starter, 'def f():\n    pass\n');
    const reading = program(
      `${solution}<testcases>${test('f()', '', '3')}${test('f()', '')}</testcases>`,
    );
    const [item] = items(reading);
    assert.equal(item?.kind === 'code' && item.checks.length, 1);
    assert.deepEqual(lost(reading), ['question 1 (n): A test that gives the program input.']);
    for (const nothing of [
      solution,
      tests,
      `${solution}<testcases>${test('f()', '', '3')}</testcases>`,
    ])
      assert.equal(
        lost(program(nothing)).at(-1),
        'question 1 (n): The question: it has no solution, or no test.',
      );
    assert.deepEqual(lost(program(solution + tests, 'my_python3')), [
      'question 1 (n): The question: it is about “my_python3”, of which no program can run here.',
    ]);
  });

  it('is refused where it is another XML', () => {
    assert.throws(() => readMoodleXml('Bank', '<html/>'), ImportError);
    assert.throws(() => readMoodleXml('Bank', ''), /needs an element “quiz”/);
  });
});
