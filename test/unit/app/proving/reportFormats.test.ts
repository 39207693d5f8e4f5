import assert from 'node:assert/strict';
import { countsOf, findingsOf, rules } from '../../../../src/app/proving/finding.js';
import type { PackReport } from '../../../../src/app/proving/finding.js';
import { reportFormats } from '../../../../src/app/proving/formats/reportFormats.js';
import { Report } from '../../../../src/app/proving/report.js';

function reported(root: string): PackReport {
  const report = new Report();
  report.findings('format', 'format', [
    {
      file: 'questions/a b.md',
      line: 6,
      columns: [4, 17],
      message: 'It points\nto “x”, 5 %: <no>',
    },
    { file: 'pack.yaml', line: 0, message: 'No title.' },
  ]);
  report.check('wording', 'quiz#one', { file: 'quizzes/quiz.yaml', line: 2 }, ['It negates.']);
  report.check('snippet', 'a/run on Python 3.13', { file: 'questions/a b.md', line: 1 }, []);
  report.skip('snippet', 'a/other', 'needs Python 4 & "more"');
  report.ran('Python 3.9');
  report.ran('Python 3.13');
  report.ran('Python 3.13');
  return report.end(root, true, 'Pack: 1 questions');
}

const report = reported('./packs/one/');

describe('the report of a check', () => {
  it('counts what passed, each thing that is wrong and what was left out', () => {
    assert.deepEqual(countsOf([report, report]), { passed: 2, failed: 6, skipped: 2 });
    assert.deepEqual(countsOf([]), { passed: 0, failed: 0, skipped: 0 });
  });

  it('warns of what may be meant, and calls the rest an error', () => {
    const of = (
      rule: 'giveaway' | 'likeness' | 'forms' | 'wording' | 'answer' | 'house',
    ): string => {
      const one = new Report();
      one.check(rule, 's', { file: 'f', line: 0 }, ['wrong']);
      return findingsOf([one.end('', true, '')])[0]?.severity ?? '';
    };
    assert.deepEqual((['giveaway', 'likeness', 'forms', 'wording'] as const).map(of), [
      'warning',
      'warning',
      'warning',
      'warning',
    ]);
    assert.deepEqual((['answer', 'house'] as const).map(of), ['error', 'error']);
  });

  it('is text with a link a line, and the counts at the end', () => {
    assert.equal(
      reportFormats.text([report]),
      `Pack: 1 questions
Python 3.13: 2 programs ran
Python 3.9: 1 programs ran
Skipped:
  a/other (needs Python 4 & "more")
./packs/one/questions/a b.md:7:5: error: It points
    to “x”, 5 %: <no> [format]
./packs/one/pack.yaml:1:1: error: No title. [format]
./packs/one/quizzes/quiz.yaml:3:1: warning: quiz#one: It negates. [wording]
1 passed, 3 failed, 1 skipped
`,
    );
    assert.equal(
      reportFormats.text([new Report().end('x', false, 'x: nothing')]),
      'x: nothing\n0 passed, 0 failed, 0 skipped\n',
    );
  });

  it('is JSON with every finding and what was left out', () => {
    assert.deepEqual(JSON.parse(reportFormats.json([report])), {
      version: 1,
      passed: 1,
      failed: 3,
      skipped: 1,
      packs: [
        {
          folder: './packs/one/',
          summary: 'Pack: 1 questions',
          programs: { 'Python 3.9': 1, 'Python 3.13': 2 },
          findings: [
            {
              path: './packs/one/questions/a b.md',
              line: 7,
              column: 5,
              endColumn: 18,
              severity: 'error',
              rule: 'format',
              subject: 'format',
              message: 'It points\nto “x”, 5 %: <no>',
            },
            {
              path: './packs/one/pack.yaml',
              line: 1,
              column: 1,
              severity: 'error',
              rule: 'format',
              subject: 'format',
              message: 'No title.',
            },
            {
              path: './packs/one/quizzes/quiz.yaml',
              line: 3,
              column: 1,
              severity: 'warning',
              rule: 'wording',
              subject: 'quiz#one',
              message: 'It negates.',
            },
          ],
          skipped: [{ rule: 'snippet', subject: 'a/other', why: 'needs Python 4 & "more"' }],
        },
      ],
    });
    assert.match(reportFormats.json([report]), /^\{\n {2}"version": 1,\n[^]*\n\}\n$/);
  });

  it('is what GitHub shows at the lines of a pull request', () => {
    assert.equal(
      reportFormats.github([report]),
      `::error file=./packs/one/questions/a b.md,line=7,col=5,endColumn=18,title=format (format)::It points%0Ato “x”, 5 %25: <no>
::error file=./packs/one/pack.yaml,line=1,col=1,title=format (format)::No title.
::warning file=./packs/one/quizzes/quiz.yaml,line=3,col=1,title=quiz#one (wording)::It negates.
1 passed, 3 failed, 1 skipped
`,
    );
    const odd = new Report();
    odd.check('house', 'a:b,c\r', { file: 'f', line: 0 }, ['d:e,f\r']);
    assert.match(
      reportFormats.github([odd.end('', true, '')]),
      /^::error file=f,line=1,col=1,title=a%3Ab%2Cc%0D \(house\)::d:e,f%0D\n/,
    );
  });

  it('is SARIF with its rules, places and levels', () => {
    const { $schema, version, runs } = JSON.parse(reportFormats.sarif([report], '1.2.3')) as {
      readonly $schema: string;
      readonly version: string;
      readonly runs: readonly Readonly<Record<string, unknown>>[];
    };
    assert.deepEqual(
      [$schema, version],
      ['https://json.schemastore.org/sarif-2.1.0.json', '2.1.0'],
    );
    const result = (
      ruleId: string,
      level: string,
      text: string,
      uri: string,
      region: object,
    ): object => ({
      ruleId,
      level,
      message: { text },
      locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
    });
    assert.deepEqual(runs, [
      {
        tool: {
          driver: {
            name: 'Python Interview Lab',
            version: '1.2.3',
            rules: Object.entries(rules).map(([id, text]) => ({ id, shortDescription: { text } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          result(
            'format',
            'error',
            'format: It points\nto “x”, 5 %: <no>',
            './packs/one/questions/a%20b.md',
            { startLine: 7, startColumn: 5, endColumn: 18 },
          ),
          result('format', 'error', 'format: No title.', './packs/one/pack.yaml', { startLine: 1 }),
          result('wording', 'warning', 'quiz#one: It negates.', './packs/one/quizzes/quiz.yaml', {
            startLine: 3,
          }),
        ],
      },
    ]);
  });

  it('is JUnit’s XML with a suite for the pack and a case for each thing', () => {
    assert.equal(
      reportFormats.junit([report]),
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="4" failures="2" skipped="1">
  <testsuite name="./packs/one/" tests="4" failures="2" skipped="1">
    <testcase name="format" classname="format">
      <failure message="It points">./packs/one/questions/a b.md:7:5: error: It points
to “x”, 5 %: &lt;no&gt;
./packs/one/pack.yaml:1:1: error: No title.</failure>
    </testcase>
    <testcase name="quiz#one" classname="wording">
      <failure message="It negates.">./packs/one/quizzes/quiz.yaml:3:1: warning: It negates.</failure>
    </testcase>
    <testcase name="a/run on Python 3.13" classname="snippet"/>
    <testcase name="a/other" classname="snippet">
      <skipped message="needs Python 4 &amp; &quot;more&quot;"/>
    </testcase>
  </testsuite>
</testsuites>
`,
    );
  });

  for (const [root, path] of [
    ['', 'pack.yaml'],
    ['.', 'pack.yaml'],
    ['C:\\packs\\one\\', 'C:/packs/one/pack.yaml'],
    ['/packs/one', '/packs/one/pack.yaml'],
  ] as const)
    it(`names files as they are reached from where the check was started: ${root}`, () => {
      const one = new Report();
      one.check('format', 'format', { file: 'pack.yaml', line: 0 }, ['No title.']);
      const text = reportFormats.text([one.end(root, true, '')]);
      assert.ok(text.split('\n').includes(`${path}:1:1: error: No title. [format]`), text);
    });
});
