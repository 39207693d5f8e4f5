/** Where the learner's own cards are: a pack in a folder of the extension's storage. */

export const cardsFolder = 'cards';
/** What makes it a pack. */
export const packFile = 'pack.yaml';
