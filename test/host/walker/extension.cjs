const vscode = require('vscode');

const lab = 'python-interview-lab.python-interview-lab';
/** How long a command may take before it is taken to ask something, in milliseconds, and how often it asks. */
const patience = 200;
const questions = 3;
const DAY_MS = 86_400_000;

exports.activate = (/** @type {import('vscode').ExtensionContext} */ context) => {
  let started = 0;
  const count = () => {
    started += 1;
  };
  const item = vscode.window.createStatusBarItem('walker', vscode.StatusBarAlignment.Left, 1000);
  const walk = async () => {
    const commands = await walkCommands();
    await walkLinks();
    item.text = `Walked over ${commands} commands: ${started} programs`;
    item.show();
  };
  context.subscriptions.push(
    item,
    vscode.tasks.onDidStartTask(count),
    vscode.debug.onDidStartDebugSession(count),
    vscode.window.onDidOpenTerminal(count),
    vscode.commands.registerCommand('walker.walk', walk),
  );
};

/** @returns {Promise<number>} how many there are */
async function walkCommands() {
  /** @type {{ command: string }[]} */
  const commands = vscode.extensions.getExtension(lab)?.packageJSON.contributes.commands ?? [];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const things = [['trials/misbehaving', 'differs'], [vscode.Uri.joinPath(folder, 'trap.py')]];
  // Of those that are given something a part each day: all of them would take long.
  const today = Math.floor(Date.now() / DAY_MS);
  for (const [at, { command }] of commands.entries()) {
    await run(command, []);
    if ((today + at) % 4 === 0) for (const given of things) await run(command, given);
  }
  return commands.length;
}

/** Takes the first answer of each question that it asks. */
async function run(/** @type {string} */ command, /** @type {unknown[]} */ given) {
  const done = Promise.resolve(vscode.commands.executeCommand(command, ...given)).catch(() => {});
  for (let asked = 0; asked < questions && !(await isOver(done)); asked++)
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
}

function isOver(/** @type {Promise<unknown>} */ done) {
  return Promise.race([
    done.then(() => true),
    new Promise((resolve) => setTimeout(resolve, patience, false)),
  ]);
}

/** Links from outside; the last leads to a question, which opens when all were followed. */
async function walkLinks() {
  for (const path of [
    'run/misbehaving/differs',
    'question/misbehaving?run=differs',
    'question/descriptors',
  ])
    await vscode.commands.executeCommand(
      'vscode.open',
      vscode.Uri.parse(`${vscode.env.uriScheme}://${lab}/${path}`),
    );
}
