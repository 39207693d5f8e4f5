import assert from 'node:assert/strict';
import { imported, rightOf } from './imported.js';

const mdbook = `
[[questions]]
id = "Q1"
type = "MultipleChoice"
prompt.prompt = "Which <kbd>key</kbd> of [the book](../ch01.html)? See ![a map](map.png)."
answer.answer = "None of \`Vec<T>\`"
prompt.distractors = ["A", "B"]
context = "Because 2<sup>8</sup>."

[[questions]]
type = "MultipleChoice"
prompt.prompt = "Which two?"
answer.answer = ["a", "b"]
prompt.distractors = ["c", "d", "e", "f", "g", "h", "i", "j", "k"]

[[questions]]
type = "ShortAnswer"
prompt.prompt = "Where?"
answer.answer = "/usr/bin/"
answer.alternatives = ["true"]

[[questions]]
type = "Tracing"
prompt.program = '''
fn main() { println!("{}", 2); }
'''
answer.doesCompile = true
answer.stdout = "2"

[[questions]]
type = "Tracing"
prompt.program = "fn main() { let x: i32 = \\"\\"; }"
answer.doesCompile = false
answer.lineNumber = 1

[[questions]]
type = "Informal"
prompt.prompt = "What else?"
`;

const gift = `// a comment
$CATEGORY: top/Syntax

::dunder:: Is __init__ called *after* __new__? {TRUE#No.#Yes.}

::pick::[html]<p>Which prints <code>1 &lt; 2</code>?</p> {=<b>print</b>#Right ~input ~%-50%eval}

Name the keyword. {=def =lambda}

How many? {#3:1}

Any number? {#0.5..1}

Match. {=list -> mutable =tuple -> immutable}

::essay::Tell a story. {}
`;

const moodle = `<?xml version="1.0"?>
<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<quiz>
  <question type="category"><category><text>$course$/top/Loops</text></category></question>
  <question type="multichoice">
    <name><text>breaks</text></name>
    <questiontext format="html"><text><![CDATA[<p>What ends a loop?</p><pre>while True:
    break</pre>]]></text></questiontext>
    <generalfeedback format="html"><text>See the &lt;a href="https://docs.python.org/3/"&gt;docs&lt;/a&gt;.</text></generalfeedback>
    <single>true</single>
    <answer fraction="100"><text>break</text><feedback><text>Yes.</text></feedback></answer>
    <answer fraction="0"><text>pass &amp; go</text></answer>
  </question>
  <question type="truefalse"><name><text>t</text></name><questiontext><text>1 &lt; 2</text></questiontext>
    <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>
  <question type="shortanswer"><name><text>s</text></name><questiontext><text>Name it.</text></questiontext>
    <usecase>1</usecase><answer fraction="100"><text>None</text></answer></question>
  <question type="coderunner"><name><text>square</text></name><questiontext><text>Square it.</text></questiontext>
    <coderunnertype>python3</coderunnertype><answer>def sqr(n):
    return n * n</answer>
    <testcases><testcase><testcode><text>print(sqr(3))</text></testcode><expected><text>9
</text></expected></testcase></testcases></question>
  <question type="coderunner"><name><text>c</text></name><questiontext><text>C.</text></questiontext>
    <coderunnertype>c_program</coderunnertype><answer>int main(){}</answer></question>
  <question type="cloze"><name><text>gaps</text></name></question>
</quiz>`;

describe('importing quizzes', () => {
  it('of mdbook-quiz: each comes over, and what is lost is told', async () => {
    const { faults, items, losses } = await imported('ch01.toml', mdbook);
    assert.deepEqual(faults, []);
    assert.deepEqual(items.map(rightOf), [
      ['single', 'None of `Vec<T>`'],
      ['multiple', 'a', 'b'],
      ['text', '/\\/usr\\/bin\\//', 'true'],
      ['text', '2'],
      ['single', 'It does not compile.'],
    ]);
    const told = losses.map(({ where, what }) => `${where}: ${what}`).join('\n');
    for (const expected of [
      'question 1: The link to ../ch01.html.',
      'question 1: The picture map.png.',
      'question 4: Its program is Rust and cannot run here',
      'question 5: Its program is Rust and cannot run here',
      'question 6: The question: its kind “Informal” is not known',
      'item 2: Some wrong options: there were 11',
    ])
      assert.ok(told.includes(expected), `${expected}\nin\n${told}`);
    assert.match(items[3]?.prompt ?? '', /```rust\nfn main/);
  });

  it('of GIFT: names with underscores stay names, and each kind is an item that there is', async () => {
    const { faults, items, losses, questions } = await imported('bank.gift', gift);
    assert.deepEqual(faults, []);
    assert.deepEqual(items.map(rightOf), [
      ['single', 'True'],
      ['single', '**print**'],
      ['text', 'def', 'lambda'],
      ['text', '2', '3', '4'],
      ['single', 'mutable'],
      ['single', 'immutable'],
    ]);
    assert.match(items[0]?.prompt ?? '', /Is \\_\\_init\\_\\_ called \\\*after\\\*/);
    assert.match(items[1]?.prompt ?? '', /Which prints `1 < 2`\?/);
    assert.equal(losses.filter(({ what }) => /range|essay/.test(what)).length, 2);
    assert.match(questions[0]?.body ?? '', /Tell a story/, 'an essay can be read');
    assert.equal(questions[0]?.title, 'Syntax');
  });

  it('of GIFT: answers that are the same here are one, and signs of a pattern are themselves', async () => {
    const { items, faults } = await imported('a.gift', '::A::What? {=yes =Yes =y es =/a/i =no}\n');
    assert.deepEqual(faults, []);
    assert.deepEqual(items.map(rightOf), [['text', 'yes', '/\\/a\\/i/', 'no']]);
  });

  it('of Moodle: also programs that CodeRunner checks, and nothing of the machine', async () => {
    const { faults, items, losses } = await imported('quiz.xml', moodle);
    assert.deepEqual(faults, []);
    assert.deepEqual(items.map(rightOf), [
      ['single', 'break'],
      ['single', 'True'],
      ['text', 'None'],
      ['code', 'def sqr(n):\n    return n * n'],
    ]);
    assert.match(items[0]?.prompt ?? '', /What ends a loop\?\n\n```\nwhile True:\n {4}break\n```/);
    assert.match(items[0]?.explanation ?? '', /\[docs\]\(https:/);
    assert.doesNotMatch(JSON.stringify(items), /root:/);
    const told = losses.map(({ what }) => what).join('\n');
    assert.match(told, /it is about “c_program”/);
    assert.match(told, /the kind “cloze”/);
  });

  for (const [name, text] of [
    ['a.toml', 'title = "x"'],
    ['a.toml', '[[questions'],
    ['a.xml', '<html></html>'],
    ['a.ipynb', '{}'],
    ['a.ipynb', 'x'],
    ['a.apkg', 'PK'],
  ] as const)
    it(`refuses ${name} that holds ${text} with one sentence`, async () => {
      await assert.rejects(
        imported(name, text),
        /^Error: .*(?:needs|no TOML|not JSON|should end).*/,
      );
    });
});

describe('a hostile quiz of elsewhere', () => {
  const moodle = (html: string): string =>
    `<quiz><question type="shortanswer"><questiontext format="html"><text><![CDATA[${html}]]></text></questiontext><answer fraction="100"><text>a</text></answer></question></quiz>`;

  it('has no more options than there may be, however much belongs together', async () => {
    const pairs = Array.from({ length: 40 }, (_, at) => `=a${String(at)} -> b${String(at)} `);
    const { items, losses, faults } = await imported('a.gift', `Match. {${pairs.join('')}}`);
    assert.equal(items.length, 40);
    assert.deepEqual(rightOf(items[39] ?? assert.fail()), ['single', 'b39']);
    assert.ok(items.every((item) => 'options' in item && item.options.length === 9));
    assert.match(losses.map(({ what }) => what).join(), /there were 40/);
    assert.deepEqual(faults, []);
  });

  it('is read as far as its elements lie in one another within reason', async () => {
    const { items, losses } = await imported('a.xml', moodle('<ul><li>x '.repeat(100_000)));
    assert.equal(items.length, 1);
    assert.match(losses.map(({ what }) => what).join(), /more than 1000 elements/);
    const deep = `<quiz>${'<question type="essay">'.repeat(200_000)}`;
    assert.equal((await imported('a.xml', deep)).items.length, 0);
  });

  it('may have any number of items of the same name', async () => {
    const { items } = await imported('a.gift', '::Same:: Is it? {TRUE}\n\n'.repeat(100));
    assert.equal(new Set(items.map(({ id }) => id)).size, 100);
  });
});

describe('An item of elsewhere that can be none here', () => {
  for (const [why, odd] of [
    [
      'an answer over several lines',
      'type = "ShortAnswer"\nprompt.prompt = "P"\nanswer.answer = "a\\nb"',
    ],
    ['an empty prompt', 'type = "ShortAnswer"\nprompt.prompt = ""\nanswer.answer = "a"'],
    [
      'an empty option',
      'type = "MultipleChoice"\nprompt.prompt = "P"\nprompt.distractors = [""]\nanswer.answer = "a"',
    ],
    ['an empty answer', 'type = "ShortAnswer"\nprompt.prompt = "P"\nanswer.answer = ""'],
  ] as const)
    it(`is told of, and costs no other: ${why}`, async () => {
      const good = 'type = "ShortAnswer"\nprompt.prompt = "Why?"\nanswer.answer = "because"';
      const text = [good, odd, good].map((each) => `[[questions]]\n${each}\n`).join('\n');
      const { items, losses, faults } = await imported('a.toml', text);
      assert.equal(items.length, 2, JSON.stringify(faults));
      assert.deepEqual(faults, []);
      assert.match(
        losses.map(({ where, what }) => `${where}: ${what}`).join('\n'),
        /item 2: The question\. \S.*\.$/m,
      );
    });

  it('is told of with one sentence where the whole file is none', async () => {
    for (const text of ['$(trash) = 1\n', 'a = [[[\n\n\n', `a = ${'['.repeat(5000)}`, 'a = 1 b\n'])
      await assert.rejects(imported('a.toml', text), (error: Error) => {
        assert.match(error.message, /^This is no TOML: line \d+: [^\n]{5,100}[^.]\.$/);
        return true;
      });
  });

  it('gives a page whose title shows nothing one that can be read, and leaves out what no text holds', async () => {
    const cell = (source: string): object => ({ cell_type: 'markdown', source });
    for (const source of ['# ````\n\nText.', '# \0\n\nText.', '#  \n\nTe\0xt.', '\0']) {
      const notebook = JSON.stringify({ nbformat: 4, cells: [cell('# A\n\nText.'), cell(source)] });
      const { faults, questions } = await imported('a.ipynb', notebook);
      assert.ok(questions.length >= 1, JSON.stringify(faults));
      assert.ok(questions.every(({ title, body }) => title !== '' && !body.includes('\0')));
      assert.deepEqual(
        faults.filter(({ message }) => /NUL|empty/.test(message)),
        [],
      );
    }
  });
});
