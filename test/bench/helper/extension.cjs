/** Does in the extension host what the bench asks for, over a loopback port, and says when it began. */
const { writeFileSync } = require('node:fs');
const { readFile, readdir, rm } = require('node:fs/promises');
const path = require('node:path');
const http = require('node:http');
const vscode = require('vscode');

const extensionId = 'python-interview-lab.python-interview-lab';

/** The helper's own folder: those of the other extensions are beside it. */
let storage = '';

/** Milliseconds on the clock that the pages of the same machine have too. */
const now = () => performance.timeOrigin + performance.now();

/** @type {Record<string, (query: URLSearchParams) => Promise<unknown>>} */
const deeds = {
  async activate() {
    await vscode.extensions.getExtension(extensionId)?.activate();
    return Reflect.get(globalThis, 'interviewLabTimes');
  },
  async question(query) {
    const begun = now();
    await vscode.commands.executeCommand('interviewLab.openQuestion', query.get('id'));
    return { begun };
  },
  async progress() {
    const begun = now();
    await vscode.commands.executeCommand('interviewLab.showProgress');
    return { begun };
  },
  async preview(query) {
    const begun = now();
    const file = vscode.Uri.file(query.get('file') ?? '');
    await vscode.commands.executeCommand('markdown.showPreview', file);
    return { begun };
  },
  async blank() {
    const begun = now();
    const panel = vscode.window.createWebviewPanel('bench.blank', 'Blank', 1, {
      enableScripts: true,
    });
    panel.webview.html =
      '<!doctype html><p id="bench-blank">Blank</p><script>acquireVsCodeApi().postMessage(1)</script>';
    return { begun };
  },
  async echo() {
    const panel = vscode.window.createWebviewPanel('bench.echo', 'Echo', 1, {
      enableScripts: true,
    });
    panel.webview.onDidReceiveMessage((message) => panel.webview.postMessage(message));
    panel.webview.html = `<!doctype html><input id="bench-echo"><script>
      const api = acquireVsCodeApi();
      let pressed = 0;
      addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        pressed = event.timeStamp;
        api.postMessage({});
      });
      addEventListener('message', () => {
        document.body.dataset.took = String(performance.now() - pressed);
      });
    </script>`;
    return {};
  },
  async quiz(query) {
    await vscode.extensions.getExtension(extensionId)?.activate();
    const begun = now();
    await vscode.commands.executeCommand('interviewLab.startQuiz', query.get('id'));
    return { begun };
  },
  async stepThrough(query) {
    const code = query.get('code');
    await vscode.commands.executeCommand('interviewLab.stepThroughSelection', {
      title: 'Bench',
      code,
    });
    // When the program itself ended.
    return { begun: Number(await readFile(query.get('file') ?? '', 'utf8')) };
  },
  async reloadPacks() {
    await vscode.commands.executeCommand('interviewLab.reloadPacks');
    return {};
  },
  async forgetQuizzes() {
    const folder = path.join(storage, '..', extensionId);
    for (const name of await readdir(folder))
      if (/^journal\..*jsonl$|^quizzes$/.test(name))
        await rm(path.join(folder, name), { recursive: true, force: true });
    return {};
  },
  async close() {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    return {};
  },
};

/** @param {import('vscode').ExtensionContext} context */
exports.activate = (context) => {
  storage = context.globalStorageUri.fsPath;
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    Promise.resolve(deeds[url.pathname.slice(1)]?.(url.searchParams)).then(
      (done) => response.end(JSON.stringify(done ?? null)),
      (error) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    writeFileSync(process.env['LAB_BENCH_PORT_FILE'] ?? '', String(port));
  });
  context.subscriptions.push({ dispose: () => server.close() });
};
