import assert from 'node:assert/strict';
import { readsInput } from '../../../../src/core/python/readsInput.js';

describe('A program that reads its input', () => {
  it('is known by what it calls', () => {
    for (const code of [
      'name = input("Name? ")',
      'for line in sys.stdin:\n    print(line)',
      'from getpass import getpass\ngetpass()',
      'x = 1\nbreakpoint()',
      'import pdb; pdb.set_trace()',
      'code.interact(local=locals())',
      'for line in fileinput.input(): ...',
      'text = open(0).read()',
      'os.read(0, 10)',
    ])
      assert.equal(readsInput(code), true, code);
  });

  it('is no program that has only the words', () => {
    for (const code of ['print("hello")', '# input() would wait', 'inputs = [1]', 'open(path)'])
      assert.equal(readsInput(code), false, code);
  });
});
