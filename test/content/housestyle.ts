/** Rules for the shipped pack that go beyond what makes a pack valid. */
import { parseMarkdown } from '../../src/core/markdownParser.js';
import type { Question } from '../../src/core/pack/pack.js';
import { referencesOf } from '../../src/core/pack/references.js';
import { searchText } from '../../src/core/search.js';

const official = [
  'docs.python.org',
  'peps.python.org',
  'packaging.python.org',
  'typing.python.org',
  'docs.pydantic.dev',
  'pydantic.dev',
  'www.attrs.org',
  'protobuf.dev',
  'numpy.org',
  'docs.astral.sh',
  'pip.pypa.io',
  'setuptools.pypa.io',
  'build.pypa.io',
  'opentelemetry.io',
  'mypy.readthedocs.io',
  'docs.pytest.org',
  'cython.readthedocs.io',
  'pyo3.rs',
  'www.maturin.rs',
  'cibuildwheel.pypa.io',
  'import-linter.readthedocs.io',
  'py-free-threading.github.io',
  'grpc.io',
  'libcst.readthedocs.io',
];
/** Of documentation that has moved, or that is of one version. */
const outdated = /docs\.python\.org\/(?!3\/)|\/3\/library\/(?:exceptions|functions|stdtypes)\.html/;
const words = { min: 450, max: 2200 };
const columns = 88;

export function styleFaults(question: Question): readonly string[] {
  const faults: string[] = [];
  const count = searchText(question.body).split(/\s+/).length;
  if (count < words.min || count > words.max) {
    faults.push(`it has ${String(count)} words; ${String(words.min)} to ${String(words.max)} are wanted`);
  }
  if (question.short === undefined) faults.push('it has no short title');
  if (question.code.length < 2) faults.push('it has fewer than two snippets');
  if (question.sources.length === 0) faults.push('it has no sources');
  for (const source of question.sources) {
    if (outdated.test(source)) faults.push(`${source} is not where the documentation of 3.15 has it`);
    if (!official.includes(new URL(source).hostname)) faults.push(`${source} is no official page`);
  }
  if (/^\s*#{2}\s/.test(question.body)) faults.push('it does not open with an answer');
  if (!question.body.includes('## Follow-up questions')) faults.push('it has no follow-up questions');
  for (const snippet of question.code) {
    if (snippet.expected.length === 0) faults.push(`${snippet.name} has no expected output`);
    const lines = snippet.code.trimEnd().split('\n');
    const long = lines.findIndex((line) => line.length > columns);
    if (long >= 0) faults.push(`${snippet.name}, line ${String(long + 1)}, is longer than ${String(columns)} columns`);
    if (lines.length > 60) faults.push(`${snippet.name} has ${String(lines.length)} lines`);
    if (lines.some((line) => /\s$/.test(line))) faults.push(`${snippet.name} has trailing blanks`);
  }
  for (const { kind, target } of referencesOf(parseMarkdown(question.body))) {
    if (outdated.test(target)) faults.push(`${target} is not where the documentation of 3.15 has it`);
    if (kind === 'picture' && !target.endsWith('.svg')) faults.push(`${target} is no SVG`);
  }
  return faults;
}
