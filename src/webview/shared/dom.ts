/** Builds elements without markup in strings: a tag, its properties, its children. */

export interface Properties {
  readonly class?: string;
  readonly id?: string;
  readonly text?: string;
  readonly title?: string;
  readonly hidden?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: (event: MouseEvent) => void;
}

export type Child = Node | string | undefined;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (properties.class !== undefined) node.className = properties.class;
  if (properties.id !== undefined) node.id = properties.id;
  if (properties.text !== undefined) node.textContent = properties.text;
  if (properties.title !== undefined) node.title = properties.title;
  if (properties.hidden !== undefined) node.hidden = properties.hidden;
  for (const [name, value] of Object.entries(properties.attributes ?? {}))
    node.setAttribute(name, value);
  if (properties.onClick) node.addEventListener('click', properties.onClick as EventListener);
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/** A codicon that screen readers pass over: the words beside it say what it means. */
export function icon(name: string): HTMLElement {
  return element('span', {
    class: `codicon codicon-${name}`,
    attributes: { 'aria-hidden': 'true' },
  });
}

/** A quiet button as in VS Code's toolbars. */
export function tool(
  iconName: string,
  label: string,
  onClick: () => void,
  shown = true,
): HTMLButtonElement {
  return element(
    'button',
    {
      class: 'tool',
      title: label,
      onClick,
      attributes: { type: 'button', ...(shown ? {} : { 'aria-label': label }) },
    },
    [icon(iconName), shown ? label : undefined],
  );
}
