/** Words for the user in the code: those in a call of `l10n.t`, where translators find them, and those that are not. */
import ts from 'typescript';

/** Two words, or one that begins like a sentence. */
const readsLikeWords = /\p{L}[\p{L}’']*[,:;]? \p{L}|^\p{Lu}\p{Ll}+|…/u;

/** What is no text for a reader, by the name of the property or of the argument's function. */
const machineProperties = new Set(['class', 'className', 'id', 'type', 'role', 'viewBox', 'd']);
const machineCalls =
  /^(Error|querySelector(All)?|closest|matches|addEventListener|removeEventListener|createElement(NS)?|setAttribute|getAttribute|includes|startsWith|endsWith|has|icon)$/;

/** @returns `line: text` of each */
export function wordsInCode(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForMachines(node)) return;
    const words = wordsOf(node);
    if (words !== undefined && readsLikeWords.test(words)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${String(line + 1)}: ${words}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** @returns the key in the bundle of each sentence that is said: its English words, and `/` with a comment on them */
export function sentencesSaid(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText().endsWith('l10n.t'))
      keys.push(keyOf(node.arguments[0]));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return keys;
}

function keyOf(said: ts.Expression | undefined): string {
  if (said && ts.isStringLiteralLike(said)) return said.text;
  if (!said || !ts.isObjectLiteralExpression(said))
    throw new Error(`Not written out: ${said?.getText() ?? ''}`);
  const part = (name: string): ts.Expression | undefined =>
    said.properties.filter(ts.isPropertyAssignment).find((each) => each.name.getText() === name)
      ?.initializer;
  const comment = part('comment');
  const comments = comment && ts.isArrayLiteralExpression(comment) ? comment.elements : [];
  return `${keyOf(part('message'))}/${comments.map(keyOf).join('')}`;
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}');
}

function isForMachines(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node))
    return true;
  if (ts.isPropertyAssignment(node)) return machineProperties.has(node.name.getText());
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const callee = node.expression;
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
    return (name === 't' && callee.getText().endsWith('l10n.t')) || machineCalls.test(name);
  }
  // What is compared was not written for a reader.
  const parent = node.parent as ts.Node | undefined;
  if (!parent) return false;
  const isCompared =
    ts.isBinaryExpression(parent) &&
    /^[!=]==?$/.test(parent.operatorToken.getText()) &&
    ts.isStringLiteral(node);
  return isCompared || (ts.isCaseClause(parent) && parent.expression === node);
}
