/** A profile of VS Code in which nothing but the extension asks for attention. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

/** @type {{ contributes: { configuration: { properties: Record<string, { scope?: string }> } } }} */
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const { properties } = contributes.configuration;

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

/** @param {string} id */
function ofMachine(id) {
  return String(properties[id]?.scope).startsWith('machine');
}
