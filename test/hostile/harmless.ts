import assert from 'node:assert/strict';

/** No HTML of the author's, no address but https and questions. */
export function assertHarmless(html: string): void {
  assert.doesNotMatch(html, /<(?:script|iframe|object|embed|form|style|link|meta|base|svg)\b/i);
  assert.doesNotMatch(html, /<[^>]*\son\w+=[^>]*>/i);
  for (const [, address = ''] of html.matchAll(/\shref="([^"]*)"/g))
    assert.match(address, /^(?:https:\/\/|#)/i);
  assert.doesNotMatch(html, /\ssrc="/);
}
