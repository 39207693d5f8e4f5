/** The dialog for files that VS Code in a browser has. */

/**
 * Answers it, once it takes keys.
 *
 * @param {import('../host/vscodePage.mjs').Workbench} workbench
 * @param {object} answer
 * @param {string} answer.proposed how what the dialog proposes ends
 * @param {string} [answer.file] name of one in the folder it shows; what is proposed unless told
 * @param {'Enter' | 'Escape'} [answer.key] Enter unless told
 */
export async function answerFileDialog(workbench, { proposed, file, key = 'Enter' }) {
  await workbench.quickInput().waitFor();
  // The dialog fills its field in by and by, and overwrites what is typed before.
  await workbench.page.waitForFunction(
    (end) =>
      [...document.querySelectorAll('.quick-input-widget input.input')].some((each) =>
        /** @type {HTMLInputElement} */ (each).value.endsWith(end),
      ),
    proposed,
  );
  const dialog = workbench.page.locator('.quick-input-widget:visible');
  await dialog.locator('.monaco-list-row').first().waitFor();
  for (let tries = 1; ; tries++) {
    if (file === undefined) await workbench.page.keyboard.press(key);
    else await dialog.locator('.monaco-list-row', { hasText: file }).click();
    try {
      await dialog.waitFor({ state: 'hidden', timeout: 3000 });
      return;
    } catch (error) {
      // It takes neither key nor click while it lists a folder.
      if (tries === 5) throw error;
    }
  }
}
