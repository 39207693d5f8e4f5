import assert from 'node:assert/strict';
import { outputGroups, withoutAddresses } from '../../../src/core/outputGroups.js';

describe('outputs of several Pythons', () => {
  it('stand together when they are the same, in the order of their Pythons', () => {
    const groups = outputGroups([
      { python: '3.11', text: 'no' },
      { python: '3.12', text: 'yes' },
      { python: '3.13', text: 'no' },
    ]);
    assert.deepEqual(groups, [
      { pythons: ['3.11', '3.13'], text: 'no' },
      { pythons: ['3.12'], text: 'yes' },
    ]);
  });

  it('are not parted by addresses, which differ in each run', () => {
    const groups = outputGroups([
      { python: '3.11', text: '<A at 0x7f0a11223344> <A at 0x7f0a11223344>' },
      { python: '3.12', text: '<A at 0x7fffaa000001> <A at 0x7fffaa000001>' },
    ]);
    assert.deepEqual(
      groups.map(({ pythons }) => pythons),
      [['3.11', '3.12']],
    );
  });

  it('are parted where what is one object in one is two in another', () => {
    const groups = outputGroups([
      { python: '3.11', text: '0x7f0a11223344 0x7f0a11223344' },
      { python: '3.12', text: '0x7fffaa000001 0x7fffaa000002' },
    ]);
    assert.equal(groups.length, 2);
    assert.equal(withoutAddresses(groups[1]?.text ?? ''), '0x…1 0x…2');
  });

  it('are parted where the author expects one and not the other', () => {
    const groups = outputGroups([
      { python: '3.11', text: 'a', asExpected: true },
      { python: '3.12', text: 'a', asExpected: false },
    ]);
    assert.deepEqual(
      groups.map(({ asExpected }) => asExpected),
      [true, false],
    );
  });
});
