/** Finds the color theme in use among the installed extensions and reads it with what it includes. */
import { parse } from 'jsonc-parser';
import * as v from 'valibot';
import * as vscode from 'vscode';

const ruleSchema = v.object({
  scope: v.optional(v.union([v.string(), v.array(v.string())])),
  settings: v.optional(
    v.object({ foreground: v.optional(v.string()), fontStyle: v.optional(v.string()) }),
    {},
  ),
});
export type TokenRule = v.InferOutput<typeof ruleSchema>;

const themeSchema = v.object({
  include: v.optional(v.string()),
  colors: v.optional(v.record(v.string(), v.unknown()), {}),
  tokenColors: v.optional(v.union([v.array(ruleSchema), v.string()]), []),
});

export interface ThemeColors {
  readonly dark: boolean;
  readonly foreground?: string;
  readonly rules: readonly TokenRule[];
}

const contributionSchema = v.object({
  contributes: v.object({
    themes: v.array(
      v.object({
        id: v.optional(v.string()),
        label: v.optional(v.string()),
        path: v.string(),
        uiTheme: v.optional(v.string(), 'vs'),
      }),
    ),
  }),
});

const kinds: Readonly<Record<string, vscode.ColorThemeKind>> = {
  vs: vscode.ColorThemeKind.Light,
  'vs-dark': vscode.ColorThemeKind.Dark,
  'hc-black': vscode.ColorThemeKind.HighContrast,
  'hc-light': vscode.ColorThemeKind.HighContrastLight,
};

/** The theme that the window wears, or VS Code's default of the same kind when it cannot be found or read. */
export async function currentTheme(): Promise<ThemeColors> {
  const { kind } = vscode.window.activeColorTheme;
  const dark = kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;
  for (const name of candidateNames(kind)) {
    const file = themeFile(name, kind);
    const theme = file && (await readTheme(file, 0));
    if (theme)
      return {
        dark,
        ...withForeground(theme.foreground),
        rules: [...theme.rules, ...customRules(name)],
      };
  }
  return { dark, rules: [] };
}

function candidateNames(kind: vscode.ColorThemeKind): readonly string[] {
  const workbench = vscode.workspace.getConfiguration('workbench');
  const follows =
    vscode.workspace.getConfiguration('window').get<boolean>('autoDetectColorScheme') === true;
  const setting = (key: string): string => workbench.get<string>(key) ?? '';
  switch (kind) {
    case vscode.ColorThemeKind.Light:
      return [
        setting(follows ? 'preferredLightColorTheme' : 'colorTheme'),
        'Default Light Modern',
        'Light 2026',
      ];
    case vscode.ColorThemeKind.Dark:
      return [
        setting(follows ? 'preferredDarkColorTheme' : 'colorTheme'),
        'Default Dark Modern',
        'Dark 2026',
      ];
    case vscode.ColorThemeKind.HighContrast:
      return [
        setting('colorTheme'),
        setting('preferredHighContrastColorTheme'),
        'Default High Contrast',
      ];
    case vscode.ColorThemeKind.HighContrastLight:
      return [
        setting('colorTheme'),
        setting('preferredHighContrastLightColorTheme'),
        'Default High Contrast Light',
      ];
  }
}

/** Only of a theme of that kind: another one is not what the window wears, whatever the settings say. */
function themeFile(name: string, kind: vscode.ColorThemeKind): vscode.Uri | undefined {
  if (name === '') return undefined;
  for (const extension of vscode.extensions.all) {
    const manifest = v.safeParse(contributionSchema, extension.packageJSON);
    if (!manifest.success) continue;
    const found = manifest.output.contributes.themes.find(
      (theme) => isCalled(theme, name) && kinds[theme.uiTheme] === kind,
    );
    if (found) return vscode.Uri.joinPath(extension.extensionUri, found.path);
  }
  return undefined;
}

/** VS Code called its own themes `Default Dark Modern` once, and still takes that for `Dark Modern`. */
function isCalled(
  { id, label }: { readonly id?: string | undefined; readonly label?: string | undefined },
  name: string,
): boolean {
  return [id, label].some(
    (own) => own !== undefined && (own === name || `Default ${own}` === name),
  );
}

async function readTheme(
  file: vscode.Uri,
  depth: number,
): Promise<{ rules: TokenRule[]; foreground?: string } | undefined> {
  const bytes = await Promise.resolve(vscode.workspace.fs.readFile(file)).catch(() => undefined);
  if (!bytes || depth > 8) return undefined;
  const parsed = v.safeParse(themeSchema, parse(new TextDecoder().decode(bytes)));
  if (!parsed.success) return undefined;
  const { include, colors, tokenColors } = parsed.output;
  const beside = (path: string): vscode.Uri => vscode.Uri.joinPath(file, '..', path);
  const base = include === undefined ? undefined : await readTheme(beside(include), depth + 1);
  const own =
    typeof tokenColors === 'string'
      ? ((await readTheme(beside(tokenColors), depth + 1))?.rules ?? [])
      : tokenColors;
  const foreground =
    typeof colors['editor.foreground'] === 'string'
      ? colors['editor.foreground']
      : base?.foreground;
  return { rules: [...(base?.rules ?? []), ...own], ...withForeground(foreground) };
}

function withForeground(foreground: string | undefined): { foreground?: string } {
  return foreground === undefined ? {} : { foreground };
}

/** The user's `editor.tokenColorCustomizations`, for every theme and for this one. */
function customRules(theme: string): readonly TokenRule[] {
  const custom: unknown = vscode.workspace
    .getConfiguration('editor')
    .get('tokenColorCustomizations');
  const schema = v.object({ textMateRules: v.optional(v.array(ruleSchema), []) });
  return [custom, (custom as Record<string, unknown> | undefined)?.[`[${theme}]`]].flatMap(
    (part) => {
      const parsed = v.safeParse(schema, part);
      return parsed.success ? parsed.output.textMateRules : [];
    },
  );
}
