// Elements are created here, and text is added as text: nothing from outside is ever parsed as HTML.

export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in node && name !== 'list') {
      node[name] = value;
    } else if (value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  }

  node.append(...children.filter(child => child !== null));
  return node;
}

// Unchanged text isn't set: screen readers would read it again, and a selection would be lost.
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

export function find(id) {
  return document.getElementById(id);
}

export function time(text) {
  return new Date(text).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

export function duration(milliseconds) {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(milliseconds < 10000 ? 1 : 0)} s`;
}

// JSON for people. A string is shown as its characters. Text that isn't JSON is shown unchanged.
export function pretty(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  } catch {
    return text;
  }
}
