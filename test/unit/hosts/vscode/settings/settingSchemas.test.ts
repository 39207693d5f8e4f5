import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import {
  readSetting,
  settingSchemas,
} from '../../../../../src/hosts/vscode/settings/settingSchemas.js';

interface Declared {
  readonly type: string;
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Declared>> };
  };
};
const declared = manifest.contributes.configuration.properties;

/** What the manifest says that a value may be. */
function isDeclared({ type, minimum, maximum }: Declared, value: unknown): boolean {
  if (type === 'array')
    return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (type !== 'integer' && type !== 'number') return typeof value === type;
  if (typeof value !== 'number' || Number.isNaN(value)) return false;
  if (type === 'integer' && !Number.isInteger(value)) return false;
  return value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
}

describe('the schemas of the settings', () => {
  const schemas = Object.entries<v.GenericSchema>(settingSchemas);

  it('are those of the manifest, setting by setting', () => {
    assert.deepEqual(Object.keys(settingSchemas).sort(), Object.keys(declared).sort());
    for (const [id, schema] of schemas) assert.ok(v.is(schema, declared[id]?.default), id);
  });

  it('leave the right entries of a list in use, and name the others', () => {
    const packs = (raw: unknown): unknown => readSetting('interviewLab.packs', raw);
    assert.deepEqual(packs(['good', null, 'too', 7]), { value: ['good', 'too'], wrong: [null, 7] });
    assert.deepEqual(packs(['good']), { value: ['good'], wrong: [] });
    assert.deepEqual(packs([null]), { value: [], wrong: [null] });
    for (const raw of ['good', null, undefined, 7, { 0: 'good', length: 1 }])
      assert.deepEqual(packs(raw), { value: undefined, wrong: [raw] });
    assert.deepEqual(readSetting('interviewLab.pythonPath', ['python']), {
      value: undefined,
      wrong: [['python']],
    });
  });

  it('take what the manifest declares, and nothing else', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.integer({ min: -1, max: 1001 }),
      fc.double({ min: 0.6, max: 1 }),
      fc.double(),
    );
    const value = fc.oneof(
      fc.jsonValue(),
      number,
      number.map(String),
      fc.array(fc.oneof(fc.string(), fc.constant(null))),
      fc.constantFrom(null, undefined, 7, {}, '/', [null], 'NaN', true, [[]]),
    );
    fc.assert(
      fc.property(value, (raw) => {
        for (const [id, schema] of schemas) {
          const wanted = declared[id];
          assert.ok(wanted);
          assert.equal(v.is(schema, raw), isDeclared(wanted, raw), `${id}: ${JSON.stringify(raw)}`);
        }
      }),
    );
  });
});
