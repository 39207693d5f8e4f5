/** The quiet room, which is loaded when the learner practices for the first time. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { practiceInFront } from './practiceInFront.js';
import type { QuietServices } from './practiceInFront.js';
import type { QuietRoom } from './quietRoom.js';

export function register(services: QuietServices): Disposable {
  const store = new DisposableStore();
  let entered: Promise<QuietRoom> | undefined;
  const room = (): Promise<QuietRoom> =>
    (entered ??= import('./quietRoom.js').then((loaded) =>
      store.add(new loaded.QuietRoom(services)),
    ));
  const look = (): void => {
    if (practiceInFront(services) === undefined) return;
    room().catch((error: unknown) => {
      services.log.error('The quiet room could not be loaded', error);
    });
  };
  store.add(
    registerCommand(services.log, 'interviewLab.toggleQuietRoom', async () =>
      (await room()).toggle(),
    ),
  );
  store.add(vscode.window.onDidChangeActiveTextEditor(look));
  look();
  return store;
}
