/** Finds words for the user that stand in the code and not in a call of `l10n.t`, where translators would find them. */
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
