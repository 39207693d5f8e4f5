/** A profile of VS Code in which nothing but the extension asks for attention. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

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
 * Writes the user's settings of a profile.
 *
 * @param {string} userDataDir
 * @param {Record<string, unknown>} settings
 * @param {{ keep?: boolean }} [options] `keep` leaves a file that is there as it is
 */
export function writeSettings(userDataDir, settings, { keep = false } = {}) {
  const file = path.join(userDataDir, 'User', 'settings.json');
  if (keep && existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings, undefined, 2));
}

/**
 * Writes the settings of the machine that serves the window. Once VS Code knows that a setting is the machine's, it
 * takes it from here only, and no longer from the user's.
 *
 * @param {string} userDataDir
 * @param {Record<string, unknown>} settings
 */
export function writeMachineSettings(userDataDir, settings) {
  const file = path.join(userDataDir, 'Machine', 'settings.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings, undefined, 2));
}
