/** A profile of VS Code in which nothing but the extension asks for attention. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

/** @type {{ publisher: string, name: string, contributes: { configuration: { properties: Record<string, { scope?: string }> } } }} */
const { publisher, name, contributes } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
const { properties } = contributes.configuration;

/** The themes that every VS Code has, by what they stand for, and the class that the window wears with each. */
export const themes = /** @type {const} */ ({
  light: { name: 'Default Light Modern', className: 'vs' },
  dark: { name: 'Default Dark Modern', className: 'vs-dark' },
  highContrast: { name: 'Default High Contrast', className: 'hc-black' },
  highContrastLight: { name: 'Default High Contrast Light', className: 'hc-light' },
});

/** @typedef {keyof typeof themes} Theme */

export const themeNames = /** @type {Theme[]} */ (Object.keys(themes));

/** @param {Theme} theme */
export function isLight(theme) {
  return theme === 'light' || theme === 'highContrastLight';
}

/** What a user would have answered or closed long ago. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.autoDetectHighContrast': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Writes the user's settings of a profile. Those that belong to a machine go where VS Code in a browser, a remote
 * window, looks for them: in the settings of the machine on which its server runs. Among the user's own they count
 * only until VS Code has learnt their scope.
 *
 * @param {string} userDataDir
 * @param {Record<string, unknown>} settings
 * @param {{ keep?: boolean }} [options] `keep` leaves a file that is there as it is
 */
export function writeSettings(userDataDir, settings, { keep = false } = {}) {
  for (const [place, belongs] of /** @type {const} */ ([
    ['User', (/** @type {string} */ id) => !ofMachine(id)],
    ['Machine', ofMachine],
  ])) {
    const file = path.join(userDataDir, place, 'settings.json');
    if (keep && existsSync(file)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    const own = Object.entries(settings).filter(([id]) => belongs(id));
    writeFileSync(file, JSON.stringify(Object.fromEntries(own), undefined, 2));
  }
}

/**
 * Changes settings of a window that is open.
 *
 * @param {string} userDataDir
 * @param {Record<string, unknown>} changes
 */
export function changeSettings(userDataDir, changes) {
  const file = path.join(userDataDir, 'Machine', 'settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8'));
  // At once: VS Code may read a file that is half written, and look no more.
  writeFileSync(`${file}.new`, JSON.stringify({ ...settings, ...changes }, undefined, 2));
  renameSync(`${file}.new`, file);
}

/**
 * The folder in which the extension keeps what the learner did.
 *
 * @param {string} userDataDir
 */
export function storageFolder(userDataDir) {
  return path.join(userDataDir, 'User', 'globalStorage', `${publisher}.${name}`);
}

/**
 * What the learner did before this version: the extension takes it over when it starts.
 *
 * @param {string} userDataDir
 * @param {string} text lines of an earlier version's journal
 */
export function writeJournal(userDataDir, text) {
  const folder = storageFolder(userDataDir);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'journal.jsonl'), text);
}

/** @param {string} id */
function ofMachine(id) {
  return String(properties[id]?.scope).startsWith('machine');
}
