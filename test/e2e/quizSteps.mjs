/** What the tests of topic have in common. */
import { openTrials } from './trialsPack.mjs';

/**
 * @param {import('../host/vscodePage.mjs').Workbench} workbench
 * @returns the page of the quiz
 */
export async function startQuiz(workbench) {
  await openTrials(workbench);
  const topic = workbench.treeItem(/^Trouble/);
  if ((await topic.getAttribute('aria-expanded')) !== 'true') await topic.click();
  await workbench.treeItem(/One of each kind/).click();
  const page = await workbench.webview('One of each kind');
  await page.getByRole('heading', { name: 'One of each kind' }).waitFor();
  return page;
}
