import assert from 'node:assert/strict';
import { decodeFrontMatter } from '../../../../src/core/pack/frontMatter.js';
import { frontMatterSchema } from '../../../../src/core/pack/schemas.js';
import { decodeYaml } from '../../../../src/core/pack/yamlText.js';

/** Links over several lines, as authors write them well and badly. */
const heads = {
  indented: 'sources:\n  - https://a.example/c#d\n  - https://b.example/?q=1&r=2\norder: 4\n',
  'not indented': 'sources:\n- https://a.example/\n- https://b.example/\n',
  'followed by a comment': 'sources:\n  - https://a.example/\n  - https://b.example/ # why\n',
  'parted by an empty line': 'sources:\n  - https://a.example/\n\n  - https://b.example/\n',
  'indented unevenly': 'sources:\n  - https://a.example/\n    - https://b.example/\n',
  'continued on the next line': 'sources:\n  - https://a.example/\n    more\n',
  'ending in a colon': 'sources:\n  - https://a.example:\n',
  'given twice': 'sources:\n  - https://a.example/\nsources:\n  - https://b.example/\n',
  missing: 'sources:\n',
};

describe('links in the front matter', () => {
  for (const [how, lines] of Object.entries(heads)) {
    it(`mean what they mean in YAML when ${how}`, () => {
      const head = `title: A\ntopic: t\n${lines}`;
      const yaml = decodeYaml(head, frontMatterSchema);
      const read = decodeFrontMatter(head);
      assert.deepEqual(
        'value' in read ? read.value : undefined,
        'value' in yaml ? yaml.value : undefined,
      );
    });
  }
});
