import { newPack } from '../../app/authoring/newPack.js';
import { askForPlace, placePack } from './placePack.js';

/** *New Pack*: a folder with a question and a quiz that work at once. */
export async function createPack(): Promise<void> {
  const place = await askForPlace('');
  if (place) await placePack(place, newPack(place.id, place.title));
}
