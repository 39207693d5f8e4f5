/** Begins to use packs: their folders are added to those that the user names. */
import { Setting } from './settings/settings.js';

/** @param folders absolute paths */
export async function usePacks(folders: readonly string[]): Promise<void> {
  const setting = new Setting('interviewLab.packs');
  await setting.update([...setting.value, ...folders]);
}
