import { duration, find, make, pretty, setText, time } from './dom.js';
import { get, post } from './server.js';

const words = {
  Queued: '○ Queued', Running: '◐ Running', Completed: '✓ Completed', Failed: '✕ Failed', Abandoned: '– Abandoned',
  Refused: '⊘ Refused', Answered: '✓ Answered', Unanswered: '✕ No response', Open: '◐ Open',
};

const parts = new Map();
const toOpen = new Set();
let isFirst = true;

// Shows the run with this id in full, now or as soon as the list has it. The list can be ahead of the response that names the run.
export function openRun(requestId) {
  const part = [...parts.values()].find(part => part.request.requestId === requestId);
  if (part !== undefined) {
    part.details.open = true;
  } else {
    toOpen.add(requestId);
  }
}

// Newest first. Existing elements are kept, so open parts stay open and the focus is kept.
export function showRequests(requests) {
  const list = find('requests');
  find('no-runs').hidden = requests.length > 0;
  const numbers = new Set(requests.map(request => request.number));
  for (const [number, part] of parts) {
    if (!numbers.has(number)) {
      part.root.remove();
      parts.delete(number);
    }
  }

  for (const request of [...requests].reverse()) {
    let part = parts.get(request.number);
    if (part === undefined) {
      part = requestPart();
      parts.set(request.number, part);
      list.prepend(part.root);
    }

    update(part, request);
    if (toOpen.delete(request.requestId)) {
      part.details.open = true;
    }
  }

  isFirst = false;
}

function requestPart() {
  const part = {
    shown: '',
    status: make('span'),
    title: make('span', { className: 'title' }),
    variant: make('span', { className: 'variant' }),
    callback: make('span', { className: 'badge' }),
    fault: make('span', { className: 'badge' }),
    why: make('span', { className: 'hint' }),
    duration: make('span', { className: 'duration' }),
    time: make('time'),
    body: make('div', { className: 'full' }),
    result: make('p', { className: 'result', role: 'status' }),
  };
  part.details = make('details', { className: 'panel request' },
    make('summary', {},
      part.status,
      make('span', { className: 'what' }, part.title, part.variant, part.callback, part.fault, part.why),
      part.duration, part.time),
    part.body);
  part.details.addEventListener('toggle', () => part.details.open && showFull(part));
  part.root = make('li', {}, part.details);
  return part;
}

function update(part, request) {
  const text = JSON.stringify(request);
  if (text === part.shown) {
    return;
  }

  part.shown = text;
  const before = part.request?.status;
  part.request = request;
  part.status.className = `status ${request.status.toLowerCase()}`;
  const code = request.status === 'Refused' || request.status === 'Answered' ? ` ${request.statusCode}` : '';
  setText(part.status, words[request.status] + code);
  setText(part.title, request.deployment ?? `${request.method} ${request.path}`);
  setText(part.variant, request.variant ?? '');
  setText(part.duration, request.milliseconds === null ? '' : duration(request.milliseconds));
  setText(part.time, time(request.receivedAt));
  part.time.dateTime = request.receivedAt;
  setText(part.why, request.error ?? '');
  showBadge(part.callback, callbackText(request), request.attempts > 0 && !request.delivered);
  showBadge(part.fault, faultText(request), true);
  if (!isFirst && before !== request.status && !['Queued', 'Running', 'Open'].includes(request.status)) {
    setText(find('news'), `${request.deployment ?? request.path}: ${words[request.status].slice(2)}`);
  }

  if (part.details.open) {
    showFull(part);
  }
}

function showBadge(badge, text, isBad) {
  setText(badge, text);
  badge.hidden = text === '';
  badge.classList.toggle('bad', isBad);
}

function callbackText(request) {
  return request.callbackUrl === null ? ''
    : request.delivered ? 'callback delivered'
    : request.attempts > 0 ? 'callback not delivered'
    : 'callback pending';
}

function faultText(request) {
  return { LostResponse: 'response lost by chance', FailedRun: 'failed by chance' }[request.fault] ?? '';
}

async function showFull(part) {
  const request = part.request;
  const response = await get(`requests/${request.number}`).catch(() => null);
  if (response === null || request !== part.request) {
    return;
  }

  const full = response.ok ? await response.json() : null;
  const text = JSON.stringify([request, full]);
  if (full === null || text === part.full) {
    return;
  }

  part.full = text;
  const hadFocus = part.body.contains(document.activeElement) ? document.activeElement.className : null;
  part.body.replaceChildren(
    request.requestId === null ? '' : make('p', { className: 'id' }, 'Request id ', make('code', {}, request.requestId)),
    request.error === null ? '' : failure(request),
    full.output === null ? '' : block('Output', pretty(full.output)),
    full.body === '' ? '' : block('Request', pretty(full.body)),
    request.callbackUrl === null ? '' : callbacks(request, full.callbacks, part.result));
  if (hadFocus) {
    part.body.querySelector(`.${CSS.escape(hadFocus.split(' ')[0])}`)?.focus();
  }
}

function failure(request) {
  return make('section', { className: 'failure' },
    make('h3', {}, request.status === 'Refused' ? 'Refused because' : 'Failed because'),
    make('p', {}, request.error), request.errorCode === null ? '' : make('code', {}, request.errorCode));
}

// A long text scrolls in its own box, which has to be reachable by keyboard.
function block(title, text) {
  return make('section', {}, make('h3', {}, title),
    make('pre', { tabIndex: 0, role: 'group', className: `block-${title.toLowerCase()}`, 'aria-label': title }, text));
}

function callbacks(request, sent, result) {
  const button = make('button', { type: 'button', className: 'redeliver quiet' }, 'Deliver again');
  button.disabled = ['Queued', 'Running', 'Abandoned'].includes(request.status);
  button.addEventListener('click', async () => {
    setText(result, 'Delivering …');
    const response = await post(`redeliver/${encodeURIComponent(request.requestId)}`);
    setText(result, response.error ?? response.json.failure ?? `The receiver answered with ${response.json.statusCode}.`);
    document.dispatchEvent(new Event('emulator-changed'));
  });
  const rows = sent.map(attempt => make('tr', {},
    make('td', {}, attempt.copy === 1 ? String(attempt.attempt) : `${attempt.attempt} of copy ${attempt.copy}`),
    make('td', {}, time(attempt.sentAt)),
    make('td', {}, duration(attempt.milliseconds)),
    make('td', { className: attempt.delivered ? 'completed' : 'failed' },
      attempt.delivered ? `✓ ${attempt.statusCode}` : `✕ ${attempt.statusCode ?? attempt.failure}`)));
  const table = make('table', {},
    make('caption', { className: 'sr' }, 'Attempts to deliver the callback'),
    make('thead', {}, make('tr', {}, ...['Attempt', 'Sent at', 'Duration', 'Receiver'].map(name => make('th', { scope: 'col' }, name)))),
    make('tbody', {}, ...rows));
  const body = sent.at(-1)?.body;
  return make('section', { className: 'callback' },
    make('h3', {}, 'Callback'),
    make('p', { className: 'id' }, 'To ', make('code', {}, request.callbackUrl)),
    rows.length === 0 ? make('p', { className: 'hint' }, 'No attempts yet.') : make('div', { className: 'scroll', tabIndex: 0,
      role: 'group', 'aria-label': 'Attempts' }, table),
    make('div', { className: 'actions' }, button, result),
    body ? block('Callback body', pretty(body)) : '');
}
