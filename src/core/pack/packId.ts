/**
 * Ids across packs. On the disk, in Settings Sync and in exports each carries its pack: `expert-python/gil`. Those of
 * the pack that ships are short in the program, as they have always been in links, commands, files and seeds; `gil` and
 * `expert-python/gil` name the same question.
 */

/** The pack that ships with the extension. */
export const shippedPack = 'expert-python';

/** The pack of the learner's own cards, in the extension's storage. */
export const ownPack = 'my-cards';

const shippedPrefix = `${shippedPack}/`;

/** With its pack, whichever form it has. */
export function qualified(id: string): string {
  return id.includes('/') ? id : `${shippedPrefix}${id}`;
}

/** As the program names it. */
export function known(id: string): string {
  return id.startsWith(shippedPrefix) ? id.slice(shippedPrefix.length) : id;
}

/** As the program names what a pack calls by a short id. */
export function idIn(pack: string, id: string): string {
  return known(`${pack}/${id}`);
}

/** Names a topic among those of all packs, two of which may hold the same short id. */
export function topicKey(packId: string, topicId: string): string {
  return `${packId}/${topicId}`;
}
