/** Looks for a Chrome, Chromium or Edge that is on the machine. Needs nothing but Node. */
import { accessSync, constants } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SetupError } from './npm.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** @returns {string | undefined} */
export function findBrowser() {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (isExecutable(chosen)) return chosen;
    throw new SetupError(
      `CHROME_PATH names ${chosen}, which is no program: correct or unset the variable.`,
    );
  }
  return candidates().find(isExecutable);
}

function candidates() {
  const environment = process.env;
  if (process.platform === 'darwin') {
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPLICATIONS.map((name) => path.join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((name) => environment[name] ?? [])
      .flatMap((folder) => WINDOWS_PROGRAMS.map((program) => path.join(folder, program)));
  }
  const folders = (environment['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return NAMES.flatMap((name) =>
    [...folders, '/snap/bin'].map((folder) => path.join(folder, name)),
  );
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
