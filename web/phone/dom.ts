// A page as nested calls: no template language, no inline handler or style, so the strict content policy holds.
type Child = Node | string | false | null | undefined;
type Attributes = Record<string, string | boolean | EventListener | undefined>;

/** An element; members beginning with "on" are listeners, true is an empty attribute, false and undefined are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== undefined) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.filter(child => child !== false && child !== null && child !== undefined) as (Node | string)[]);
  return element;
}
